# Reference values of α/β from counts by arm: glm() with the complementary log-log link, and sets of the ratio by
# profile likelihood, from R's own root finding. Run: Rscript make-alpha-beta-values.R
options(digits = 12)
cases <- list(
  threeArms = list(total = c(50, 30, 25), fractions = c(25, 5, 5), patients = c(100, 100, 100), failures = c(7, 11, 53)),
  fiveArms = list(total = c(50, 42, 30, 27.5, 25), fractions = c(25, 14, 5, 5, 5),
                  patients = c(120, 80, 100, 60, 60), failures = c(9, 8, 0, 14, 33)),
  unbounded = list(total = c(50, 42.75, 37.5), fractions = c(25, 15, 15), patients = c(100, 100, 100), failures = c(9, 8, 22)),
  noEffect = list(total = c(50, 42, 30), fractions = c(25, 14, 5), patients = c(100, 100, 100), failures = c(7, 9, 11))
)
limit <- qchisq(0.95, 1)
for (name in names(cases)) {
  case <- cases[[name]]
  x <- case$total - case$total[1]
  y <- case$total^2 / case$fractions - case$total[1]^2 / case$fractions[1]
  response <- cbind(case$failures, case$patients - case$failures)
  control <- glm.control(epsilon = 1e-15, maxit = 200)
  fit <- glm(response ~ x + y, family = binomial(link = "cloglog"), control = control)
  v <- vcov(fit)
  cat(name, "\n coefficients", coef(fit), "\n variances", v["x", "x"], v["y", "y"], v["x", "y"], "\n")
  null <- glm(response ~ 1, family = binomial(link = "cloglog"), control = control)
  cat(" deviance of no effect", null$deviance - fit$deviance, "\n")
  excess <- function(angle) {
    t <- sqrt(v["x", "x"]) * cos(angle) * x + sqrt(v["y", "y"]) * sin(angle) * y
    glm(response ~ t, family = binomial(link = "cloglog"), control = control)$deviance - fit$deviance - limit
  }
  best <- atan2(coef(fit)["y"] / sqrt(v["y", "y"]), coef(fit)["x"] / sqrt(v["x", "x"]))
  # Walks away from the estimate until the deviance is above the limit, at most half a turn to either side
  end <- function(side) {
    steps <- best + side * seq(0, pi, length.out = 400)
    over <- which(sapply(steps, excess) > 0)
    if (length(over) == 0) return(NA)
    at <- uniroot(excess, steps[over[1] - c(1, 0)], tol = 1e-13)$root
    sqrt(v["x", "x"]) * cos(at) / (sqrt(v["y", "y"]) * sin(at))
  }
  cat(" ends", end(-1), end(1), "\n")
}
