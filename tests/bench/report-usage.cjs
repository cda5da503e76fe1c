// Loaded before a measured program (node --require): writes what its process has used when it ends.
const { readFileSync, writeFileSync } = require('node:fs');

/** Peak of resident memory: of this program alone where the system tells, which getrusage after a fork does not. */
function peakBytes() {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'));
    return 1024 * Number(kilobytes);
  } catch {
    return 1024 * process.resourceUsage().maxRSS;
  }
}

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(
    process.env.ISOEFFECT_BENCH_USAGE,
    JSON.stringify({ cpuSeconds: (user + system) / 1e6, peakBytes: peakBytes() }),
  );
});
