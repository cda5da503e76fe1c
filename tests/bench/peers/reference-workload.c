/* The reference workload in C, patient by patient with scalar functions or, compiled with -DCOLUMNS, a column at a time so
 * that the compiler takes the vector functions of libmvec.
 *
 * gcc -O3 -march=native [-ffast-math -DCOLUMNS] reference-workload.c -lm
 * Usage: reference-workload TRIALS
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { SIZE = 150 };

static const double SCHEDULES[2][2] = {{50, 2}, {30, 6}}; /* total dose, dose per fraction (Gy) */
static const double Z = 1.6448536269514722;

/* xoshiro256++: Blackman & Vigna 2021 */
static uint64_t state[4];

static inline uint64_t rotate(uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }

static inline double uniform(void) {
  const uint64_t word = rotate(state[0] + state[3], 23) + state[0], t = state[1] << 17;
  state[2] ^= state[0];
  state[3] ^= state[1];
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= t;
  state[3] = rotate(state[3], 45);
  return ((word >> 11) + 0.5) * 0x1p-53;
}

static void seed(uint64_t from) {
  for (int i = 0; i < 4; i++) { /* splitmix64 */
    uint64_t z = (from += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    state[i] = z ^ (z >> 31);
  }
}

typedef struct {
  long controlled, wounds;
} Counts;

static double logitOfDose(double dose, double fraction) {
  return -1.6 + 0.15 * (dose * (fraction + 10) / 12 - 50) / 10;
}

#ifdef COLUMNS

static double first[SIZE], second[SIZE], third[SIZE], fourth[SIZE], fifth[SIZE];

static void fillUniforms(double *out, int count) {
  for (int i = 0; i < count; i++) out[i] = uniform();
}

/* Box-Muller: two columns of normals from two of uniforms; a loop with both sine and cosine would not be vectorised */
static void makeNormal(double *restrict a, double *restrict b, int count) {
  static double sines[SIZE];
  for (int i = 0; i < count; i++) sines[i] = sin(6.283185307179586 * b[i]);
  for (int i = 0; i < count; i++) b[i] = cos(6.283185307179586 * b[i]);
  for (int i = 0; i < count; i++) a[i] = sqrt(-2 * log(a[i]));
  for (int i = 0; i < count; i++) b[i] *= a[i];
  for (int i = 0; i < count; i++) a[i] *= sines[i];
}

static int countControlled(double dose, double fraction) {
  int residual = 0;
  for (int i = 0; i < SIZE; i++) residual += uniform() < 0.3;
  fillUniforms(first, residual);
  fillUniforms(second, residual);
  fillUniforms(third, residual);
  fillUniforms(fourth, residual);
  makeNormal(first, second, residual);
  int failed = 0;
  for (int i = 0; i < residual; i++) {
    const double alpha = exp(-1.6 + 0.35 * first[i]);
    const double inverse = exp(-1.59 - 0.15 * first[i] - 0.5 * 0.9539392014169457 * second[i]);
    const double surviving = exp(13.8 * third[i] - alpha * (dose + dose * fraction * inverse));
    failed += fourth[i] >= exp(-surviving);
  }
  return SIZE - failed;
}

static int countWounds(double dose, double fraction) {
  const double base = logitOfDose(dose, fraction);
  fillUniforms(first, SIZE);
  makeNormal(first, first + SIZE / 2, SIZE / 2);
  fillUniforms(second, SIZE);
  fillUniforms(third, SIZE);
  fillUniforms(fourth, SIZE);
  fillUniforms(fifth, SIZE);
  int wounds = 0;
  for (int i = 0; i < SIZE; i++) {
    const double factors =
        (second[i] < 0.6 ? 0.9 : 0) + (third[i] < 0.12 ? 0.6 : 0) + (fourth[i] < 0.2 ? 0.5 : 0);
    const double logit = base + 0.03 * exp(2.2 + 0.5 * first[i]) + factors;
    wounds += fifth[i] * (1 + exp(-logit)) < 1;
  }
  return wounds;
}

static Counts simulateArm(double dose, double fraction) {
  const Counts counts = {countControlled(dose, fraction), countWounds(dose, fraction)};
  return counts;
}

#else

/* The polar method, its second value kept for the next call */
static double normal(void) {
  static double spare;
  static int hasSpare;
  if (hasSpare) {
    hasSpare = 0;
    return spare;
  }
  double x, y, square;
  do {
    x = 2 * uniform() - 1;
    y = 2 * uniform() - 1;
    square = x * x + y * y;
  } while (square >= 1);
  const double scale = sqrt(-2 * log(square) / square);
  spare = y * scale;
  hasSpare = 1;
  return x * scale;
}

static int isControlled(double dose, double fraction) {
  if (uniform() >= 0.3) return 1;
  const double z = normal();
  const double alpha = exp(-1.6 + 0.35 * z);
  const double inverse = exp(-1.59 - 0.15 * z - 0.5 * 0.9539392014169457 * normal());
  const double surviving = exp(13.8 * uniform() - alpha * (dose + dose * fraction * inverse));
  return uniform() < exp(-surviving);
}

static int hasWound(double base) {
  const double factors =
      (uniform() < 0.6 ? 0.9 : 0) + (uniform() < 0.12 ? 0.6 : 0) + (uniform() < 0.2 ? 0.5 : 0);
  const double logit = base + 0.03 * exp(2.2 + 0.5 * normal()) + factors;
  return uniform() * (1 + exp(-logit)) < 1;
}

static Counts simulateArm(double dose, double fraction) {
  const double base = logitOfDose(dose, fraction);
  Counts counts = {0, 0};
  for (int i = 0; i < SIZE; i++) {
    counts.controlled += isControlled(dose, fraction);
    counts.wounds += hasWound(base);
  }
  return counts;
}

#endif

static double seconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return now.tv_sec + 1e-9 * now.tv_nsec;
}

static long peakBytes(void) {
  FILE *status = fopen("/proc/self/status", "r");
  char line[256];
  long kilobytes = 0;
  while (status && fgets(line, sizeof line, status))
    if (strncmp(line, "VmHWM:", 6) == 0) kilobytes = atol(line + 6);
  if (status) fclose(status);
  if (kilobytes > 0) return kilobytes * 1024;
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss * 1024;
}

static void printShare(const char *name, double count, double of, const char *end) {
  const double share = count / of;
  printf("{\"name\":\"%s\",\"estimate\":%.17g,\"mcse\":%.17g}%s", name, share, sqrt(share * (1 - share) / of), end);
}

int main(int count, char **arguments) {
  const long trials = count > 1 ? atol(arguments[1]) : 10000;
  const double cpu = seconds(CLOCK_PROCESS_CPUTIME_ID), wall = seconds(CLOCK_MONOTONIC);
  seed(1);
  Counts sums[2] = {{0, 0}, {0, 0}};
  long successes = 0;
  for (long trial = 0; trial < trials; trial++) {
    double rates[2];
    for (int arm = 0; arm < 2; arm++) {
      const Counts counts = simulateArm(SCHEDULES[arm][0], SCHEDULES[arm][1]);
      sums[arm].controlled += counts.controlled;
      sums[arm].wounds += counts.wounds;
      rates[arm] = (double)counts.controlled / SIZE;
    }
    const double variance = rates[0] * (1 - rates[0]) + rates[1] * (1 - rates[1]);
    successes += rates[1] - rates[0] + 0.07 >= Z * sqrt(variance / SIZE);
  }
  const double patients = (double)trials * SIZE;
  printf("{\"units\":%.0f,\"cpuSeconds\":%.9f,\"wallSeconds\":%.9f,\"peakBytes\":%ld,\"answers\":[", 2 * patients,
         seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu, seconds(CLOCK_MONOTONIC) - wall, peakBytes());
  printShare("control", sums[0].controlled, patients, ",");
  printShare("controlExperimental", sums[1].controlled, patients, ",");
  printShare("wound", sums[0].wounds, patients, ",");
  printShare("woundExperimental", sums[1].wounds, patients, ",");
  printShare("power", successes, trials, "]}\n");
  return 0;
}
