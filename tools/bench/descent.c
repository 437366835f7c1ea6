/*
 * Gradient descent, momentum and Adam (textbook forms) as one would write them in C, with the same checks and the same
 * thinned path as the program keeps: prints nanoseconds (of the processor) a step and the last point of each run.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define FAR 1e100
#define MOST 2001

static double path[MOST][3];
static int kept, every;

static void keep(long step, double x, double y, double f) {
  if (step % every) return;
  if (kept == MOST) {
    every *= 2;
    int count = 0;
    for (int i = 0; i < MOST; i += 2) memcpy(path[count++], path[i], sizeof path[0]);
    kept = count;
    if (step % every) return;
  }
  path[kept][0] = x, path[kept][1] = y, path[kept][2] = f;
  kept++;
}

static inline double rosenbrock(double x, double y, double *gx, double *gy) {
  double a = 1 - x, b = y - x * x;
  *gx = -2 * a - 400 * b * x;
  *gy = 200 * b;
  return a * a + 100 * b * b;
}

static inline double bowl(double x, double y, double *gx, double *gy) {
  *gx = 2 * x;
  *gy = 2 * y;
  return x * x + y * y;
}

static inline double himmelblau(double x, double y, double *gx, double *gy) {
  double a = x * x + y - 11, b = x + y * y - 7;
  *gx = 4 * a * x + 2 * b;
  *gy = 2 * a + 4 * b * y;
  return a * a + b * b;
}

#define LOOP(NAME, FIELD, BEFORE, RULE)                                                                               \
  static void NAME(double x, double y, double lr, long steps, double *end) {                                          \
    double gx, gy;                                                                                                    \
    BEFORE;                                                                                                           \
    kept = 0, every = 1;                                                                                              \
    for (long t = 1;; t++) {                                                                                          \
      if (!(fabs(x) <= FAR && fabs(y) <= FAR)) break;                                                                 \
      double f = FIELD(x, y, &gx, &gy);                                                                               \
      if (!isfinite(f)) break;                                                                                        \
      keep(t - 1, x, y, f);                                                                                           \
      if (!(isfinite(gx) && isfinite(gy)) || t > steps) break;                                                        \
      RULE;                                                                                                           \
    }                                                                                                                 \
    end[0] = x, end[1] = y;                                                                                           \
  }

#define DESCENT x -= lr * gx, y -= lr * gy
#define MOMENTUM vx = 0.9 * vx - lr * gx, vy = 0.9 * vy - lr * gy, x += vx, y += vy
/* The powers of β as products: quicker than pow. */
#define ADAM                                                                                                          \
  mx += (1 - 0.9) * (gx - mx), my += (1 - 0.9) * (gy - my);                                                           \
  vx += (1 - 0.999) * (gx * gx - vx), vy += (1 - 0.999) * (gy * gy - vy);                                             \
  b1 *= 0.9, b2 *= 0.999;                                                                                             \
  double rate = lr * sqrt(1 - b2) / (1 - b1);                                                                         \
  x -= rate * mx / (sqrt(vx) + 1e-7), y -= rate * my / (sqrt(vy) + 1e-7)

#define METHODS(FIELD)                                                                                                \
  LOOP(descent_##FIELD, FIELD, , DESCENT)                                                                             \
  LOOP(momentum_##FIELD, FIELD, double vx = 0; double vy = 0, MOMENTUM)                                               \
  LOOP(adam_##FIELD, FIELD, double mx = 0; double my = 0; double vx = 0; double vy = 0; double b1 = 1; double b2 = 1, ADAM)
METHODS(bowl)
METHODS(rosenbrock)
METHODS(himmelblau)

typedef void loop(double, double, double, long, double *);
static struct {
  const char *name;
  loop *run;
} loops[] = {{"descent bowl", descent_bowl},           {"descent rosenbrock", descent_rosenbrock},
             {"descent himmelblau", descent_himmelblau}, {"momentum bowl", momentum_bowl},
             {"momentum rosenbrock", momentum_rosenbrock}, {"momentum himmelblau", momentum_himmelblau},
             {"adam bowl", adam_bowl},                 {"adam rosenbrock", adam_rosenbrock},
             {"adam himmelblau", adam_himmelblau}};

/* One line for each line of the input: the name of a loop, its start, its learning rate and its number of steps. */
int main(void) {
  char method[32], field[32], name[65];
  double x, y, lr, end[2];
  long steps;
  while (scanf("%31s %31s %lf %lf %lf %ld", method, field, &x, &y, &lr, &steps) == 6) {
    snprintf(name, sizeof name, "%s %s", method, field);
    for (unsigned i = 0; i < sizeof loops / sizeof *loops; i++) {
      if (strcmp(loops[i].name, name)) continue;
      struct timespec a, b;
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &a);
      loops[i].run(x, y, lr, steps, end);
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &b);
      printf("%.17g %.17g %.17g\n", ((b.tv_sec - a.tv_sec) * 1e9 + (b.tv_nsec - a.tv_nsec)) / steps, end[0], end[1]);
      fflush(stdout);
    }
  }
  return 0;
}
