"""What every numpy peer prints: its answers, and what they cost without its start."""

import json
import resource
import time


def peak_bytes():
    """Peak of resident memory: of this program alone where the system tells, which getrusage after a fork does not."""
    try:
        with open("/proc/self/status") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def measure(work, units):
    """Runs `work`, which returns {name: (estimate, mcse)}, and prints one JSON line; `units` is what was simulated."""
    cpu, wall = time.process_time(), time.perf_counter()
    answers = work()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    print(
        json.dumps(
            {
                "units": units,
                "cpuSeconds": cpu,
                "wallSeconds": wall,
                "peakBytes": peak_bytes(),
                "answers": [
                    {"name": name, "estimate": float(estimate), "mcse": float(mcse)}
                    for name, (estimate, mcse) in answers.items()
                ],
            }
        )
    )


def proportion(count, of):
    """Share and its standard error."""
    share = count / of
    return share, (share * (1 - share) / of) ** 0.5
