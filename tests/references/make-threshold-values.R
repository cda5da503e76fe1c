# Makes the expected figures of src/verify/values/threshold-values.json by base R from the inputs written there: levels and
# certainties that hold a type I error, by enumeration of every pair of counts over a fine grid of control rates.
#
#   Rscript tests/references/make-threshold-values.R           compares, prints a table, fails where a figure is off
#   Rscript tests/references/make-threshold-values.R --write   puts what base R computes in the place of the figures
#
# Needs jsonlite. Run from the project's folder. Nothing here is used by the package or its tests.

suppressPackageStartupMessages(library(jsonlite))
numbers <- function(x) as.numeric(unlist(x))
step <- 1e-5

# --- two arms ----------------------------------------------------------------------------------------------------

# Normal scores of every table: row = control successes, column = experimental successes
wald_scores <- function(n, m, margin) {
  pc <- outer(0:n, rep(1, m + 1)) / n
  pe <- outer(rep(1, n + 1), 0:m) / m
  estimate <- pe - pc + margin
  error <- sqrt(pe * (1 - pe) / m + pc * (1 - pc) / n)
  ifelse(error > 0, estimate / error, ifelse(abs(estimate) < 1e-15, 0, sign(estimate) * Inf))
}

# The experimental rate e at the margin, control e + margin, by maximum likelihood: the score's root by bisection
score_scores <- function(n, m, margin) {
  x <- outer(0:n, rep(1, m + 1))
  y <- outer(rep(1, n + 1), 0:m)
  slope <- function(e) {
    c <- e + margin
    ifelse(x > 0, x / c, 0) - ifelse(x < n, (n - x) / (1 - c), 0) + ifelse(y > 0, y / e, 0) -
      ifelse(y < m, (m - y) / (1 - e), 0)
  }
  low <- matrix(0, n + 1, m + 1)
  high <- matrix(1 - margin, n + 1, m + 1)
  for (i in 1:80) {
    middle <- (low + high) / 2
    up <- slope(middle) > 0
    low <- ifelse(up, middle, low)
    high <- ifelse(up, high, middle)
  }
  e <- (low + high) / 2
  c <- e + margin
  estimate <- y / m - x / n + margin
  error <- sqrt(e * (1 - e) / m + c * (1 - c) / n)
  ifelse(error > 1e-12, estimate / error, ifelse(abs(estimate) < 1e-12, 0, sign(estimate) * Inf))
}

two_arms <- function(i) {
  s <- numbers(i$sizes)
  n <- s[1]
  m <- s[2]
  score <- if (i$test == "wald") wald_scores(n, m, i$margin) else score_scores(n, m, i$margin)
  at <- function(critical, pc, pe) {
    reject <- score >= critical - 1e-9
    as.numeric(dbinom(0:n, n, pc) %*% reject %*% dbinom(0:m, m, pe))
  }
  range <- numbers(i$range)
  grid <- seq(range[1], range[2], length.out = 1201)
  control <- sapply(grid, function(p) dbinom(0:n, n, p))
  experimental <- sapply(pmax(0, grid - i$margin), function(p) dbinom(0:m, m, p))
  worst <- function(critical) {
    reject <- (score >= critical - 1e-9) + 0
    max(colSums(control * (reject %*% experimental)))
  }
  sides <- i$sides
  critical <- function(alpha) -qnorm(alpha / sides)
  low <- 0
  high <- 0.5 / step
  while (high - low > 1) {
    middle <- floor((low + high) / 2)
    if (worst(critical(middle * step)) <= i$target) low <- middle else high <- middle
  }
  nominal <- critical(i$target * sides)
  list(
    nominalTypeIError = at(nominal, i$controlRate, i$controlRate - i$margin),
    nominalWorst = worst(nominal),
    nominalPower = at(nominal, i$controlRate, i$experimentalRate),
    alpha = low * step,
    worst = worst(critical(low * step)),
    power = at(critical(low * step), i$controlRate, i$experimentalRate)
  )
}

# --- one arm -----------------------------------------------------------------------------------------------------

# The posterior probability that a good event's rate is above the target, of every count
certainty <- function(i) {
  prior <- numbers(i$prior)
  n <- i$size
  x <- 0:n
  above <- pbeta(i$target, prior[1] + x, prior[2] + n - x, lower.tail = FALSE)
  error <- function(c) sum(dbinom(x[above >= c], n, i$target))
  steps <- max(Filter(function(k) error(1 - k * step) <= i$typeIError, 1:20000))
  c <- 1 - steps * step
  list(
    certainty = c, eventsAtLeast = min(x[above >= c]), typeIError = error(c),
    power = sum(dbinom(x[above >= c], n, i$alternativeRate))
  )
}

# The probability of any stop, count by count, where many events stop the trial
stop_certainty <- function(i) {
  prior <- numbers(i$prior)
  looks <- numbers(i$looks)
  stops <- function(c, p) {
    law <- c(1, rep(0, i$size))
    stopped <- 0
    for (k in 1:i$size) {
      law <- law * (1 - p) + c(0, law[-length(law)]) * p
      if (!(k %in% looks)) next
      x <- 0:k
      high <- x[pbeta(i$limitRate, prior[1] + x, prior[2] + k - x, lower.tail = FALSE) >= c]
      stopped <- stopped + sum(law[high + 1])
      law[high + 1] <- 0
    }
    stopped
  }
  low <- 0
  high <- 0.5 / step
  while (high - low > 1) {
    middle <- floor((low + high) / 2)
    if (stops(1 - middle * step, i$limitRate) <= i$typeIError) low <- middle else high <- middle
  }
  c <- 1 - low * step
  list(certainty = c, stopAtLimit = stops(c, i$limitRate), stopAtWorse = stops(c, i$alternativeRate))
}

by_base_r <- list(
  "level that holds a type I error" = two_arms,
  "posterior certainty that holds a type I error" = certainty,
  "certainty of a stop for harm" = stop_certainty
)

file <- "src/verify/values/threshold-values.json"
values <- fromJSON(file, simplifyVector = FALSE)
cat(R.version.string, ", jsonlite ", as.character(packageVersion("jsonlite")), "\n", sep = "")
bad <- 0
for (k in seq_along(values)) {
  value <- values[[k]]
  found <- by_base_r[[value$method]](value$inputs)
  for (name in names(found)) {
    expected <- value$expected[[name]]
    off <- is.null(expected) || abs(found[[name]] - expected) > max(0, value$tolerance[[name]])
    bad <- bad + off
    cat(sprintf("%-36s %-20s %.12g%s\n", value$id, name, found[[name]], if (off) "  OFF" else ""))
  }
  values[[k]]$expected <- lapply(found, signif, 12)
}
writes <- "--write" %in% commandArgs(trailingOnly = TRUE)
if (writes) writeLines(enc2utf8(toJSON(values, auto_unbox = TRUE, pretty = 1, digits = NA)), file, useBytes = TRUE)
cat(bad, "figures off,", length(values), "values\n")
if (bad > 0 && !writes) quit(status = 1)
