# Farrington-Manning power by simulation in base R: binomial counts of a block, then one table of decisions for all pairs
# of counts, as there are far fewer pairs than trials.
#
# Usage: Rscript farrington-manning.R TRIALS

source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))), "peer.R"))

size <- 124
rate <- 0.93
margin <- 0.07
alpha <- 0.05

# z of the score test with rates restricted to p_e - p_c = -margin: Farrington & Manning 1990, for equal arms
score <- function(control, experimental) {
  c <- control / size
  e <- experimental / size
  # Cubic of the restricted likelihood in p_e
  a2 <- -(2 + e + c - 3 * margin) / 2
  a1 <- (margin^2 - margin * (2 * e + 2) + e + c) / 2
  a0 <- e * margin * (1 - margin) / 2
  v <- a2^3 / 27 - a2 * a1 / 6 + a0 / 2
  u <- sign(v) * sqrt(pmax(a2^2 / 9 - a1 / 3, 0))
  w <- (pi + acos(pmax(-1, pmin(1, ifelse(u == 0, 0, v / u^3))))) / 3
  restricted <- pmin(pmax(2 * u * cos(w) - a2 / 3, 0), 1 - margin)
  variance <- restricted * (1 - restricted) + (restricted + margin) * (1 - restricted - margin)
  (e - c + margin) / sqrt(variance / size)
}

trials <- as.numeric(commandArgs(trailingOnly = TRUE)[1])
set.seed(1)
measure(function() {
  passes <- outer(0:size, 0:size, score) >= qnorm(1 - alpha)
  counts <- matrix(rbinom(2 * trials, size, rate), trials) + 1L
  list(power = proportion(mean(passes[counts]), trials))
}, trials)
