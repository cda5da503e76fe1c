# Makes the expected figures of src/verify/values/ladder-values.json by base R from the inputs written there: methods of dose
# finding by formula, integration and enumeration of every course of the trial, and several arms against one control.
#
#   Rscript tests/references/make-ladder-values.R           compares, prints a table, fails where a figure is off
#   Rscript tests/references/make-ladder-values.R --write   puts what base R computes in the place of the figures
#
# Needs jsonlite. Run from the project's folder. Nothing here is used by the package or its tests.

suppressPackageStartupMessages(library(jsonlite))
numbers <- function(x) as.numeric(unlist(x))
named <- function(stem, x, at = seq_along(x)) setNames(as.list(x), paste0(stem, at))

# --- interval design ---------------------------------------------------------------------------------------------

boundaries <- function(target) {
  p <- 0.6 * target
  q <- 1.4 * target
  c(
    log((1 - p) / (1 - target)) / log(target * (1 - p) / (p * (1 - target))),
    log((1 - target) / (1 - q)) / log(q * (1 - target) / (target * (1 - q)))
  )
}
eliminates <- function(y, n, target, cut) n >= 3 & pbeta(target, y + 1, n - y + 1, lower.tail = FALSE) > cut

boin_table <- function(i) {
  n <- i$groupSize * seq_len(i$maximumSize / i$groupSize)
  lambda <- boundaries(i$target)
  out <- sapply(n, function(k) min(which(eliminates(0:k, k, i$target, i$cutOff)) - 1))
  c(
    named("upAtMost", floor(lambda[1] * n), n),
    named("downAtLeast", pmin(ceiling(lambda[2] * n), out), n), named("givenUpAtLeast", out, n)
  )
}

# Pools neighbours that fall, one violation after another
isotonic <- function(x, w) {
  block <- seq_along(x)
  while (any(diff(x) < 0)) {
    k <- which(diff(x) < 0)[1]
    pool <- block == block[k] | block == block[k + 1]
    x[pool] <- sum(x[pool] * w[pool]) / sum(w[pool])
    block[pool] <- block[k]
  }
  x
}

boin <- function(i) {
  lambda <- boundaries(i$target)
  below <- function(n, y) {
    out <- which(eliminates(y, n, i$target, i$cutOff))
    if (length(out)) min(out) - 1 else length(n)
  }
  list(
    step = function(n, y, d, last) {
      left <- below(n, y)
      if (left == 0) return(NA)
      if (sum(n) >= i$maximumSize) return(0)
      share <- y[d] / n[d]
      to <- if (share <= lambda[1]) d + 1 else if (share >= lambda[2]) d - 1 else d
      min(max(to, 1), left)
    },
    choose = function(n, y) {
      k <- which(n > 0 & seq_along(n) <= below(n, y))
      if (!length(k)) return(0)
      a <- y[k] + 0.05
      b <- n[k] - y[k] + 0.05
      fit <- isotonic(a / (a + b), (a + b)^2 * (a + b + 1) / (a * b)) + seq_along(k) * 1e-10
      k[which.min(abs(fit - i$target))]
    },
    size = function(n, d) i$groupSize
  )
}

# --- continual reassessment --------------------------------------------------------------------------------------

# Posterior mean and variance of β, by integration piece by piece around the mode
posterior <- function(skeleton, variance, level, toxic, weight = rep(1, length(level))) {
  log_posterior <- function(b) sapply(b, function(x) {
    p <- skeleton[level]^exp(x)
    sum(ifelse(toxic == 1, log(p), log1p(-weight * p))) + dnorm(x, 0, sqrt(variance), log = TRUE)
  })
  mode <- optimize(log_posterior, c(-6, 6) * sqrt(variance), maximum = TRUE, tol = 1e-9)
  limits <- mode$maximum + seq(-8, 8, by = 1) * sqrt(variance)
  moment <- function(k) sum(sapply(seq_len(length(limits) - 1), function(j) {
    f <- function(b) b^k * exp(log_posterior(b) - mode$objective)
    integrate(f, limits[j], limits[j + 1], rel.tol = 1e-11, abs.tol = 1e-13, subdivisions = 500)$value
  }))
  mean <- moment(1) / moment(0)
  list(mean = mean, variance = moment(2) / moment(0) - mean^2)
}

crm_posterior <- function(i) {
  skeleton <- numbers(i$skeleton)
  level <- numbers(i$at)
  weight <- if (is.null(i$followUp)) rep(1, length(level)) else pmin(1, numbers(i$followUp) / i$window)
  found <- posterior(skeleton, i$priorVariance, level, numbers(i$toxic), weight)
  rates <- skeleton^exp(found$mean)
  c(list(level = which.min(abs(rates - i$target)), mean = found$mean, variance = found$variance), named("rate", rates))
}

crm <- function(i) {
  skeleton <- numbers(i$skeleton)
  known <- new.env()
  best <- function(n, y) {
    key <- paste(c(n, y), collapse = " ")
    if (is.null(known[[key]])) {
      level <- rep(seq_along(n), n)
      toxic <- unlist(Map(function(a, b) rep(c(1, 0), c(b, a - b)), n, y))
      found <- posterior(skeleton, i$priorVariance, level, toxic)$mean
      known[[key]] <- which.min(abs(skeleton^exp(found) - i$target))
    }
    known[[key]]
  }
  list(
    step = function(n, y, d, last) {
      if (sum(n) >= i$maximumSize) return(0)
      most <- if (last / i$groupSize >= i$target) d else d + 1
      min(best(n, y), most)
    },
    choose = function(n, y) min(best(n, y), max(which(n > 0)) + 1),
    size = function(n, d) i$groupSize
  )
}

# --- 3+3 ---------------------------------------------------------------------------------------------------------

rule_of_six <- function(i) {
  K <- length(numbers(i$rates))
  needed <- if (i$sixAtRecommended) 6 else 3
  settle <- function(n, d) if (d == 0) NA else if (n[d] >= needed) 0 else d
  list(
    step = function(n, y, d, last) {
      if (y[d] >= 2) return(settle(n, d - 1))
      if (y[d] == 1 && n[d] == 3) return(d)
      if (d < K && y[d + 1] < 2) return(d + 1)
      settle(n, d)
    },
    choose = function(n, y) {
      out <- which(y >= 2)
      left <- if (length(out)) min(out) - 1 else K
      max(c(0, which(n > 0 & seq_len(K) <= left)))
    },
    size = function(n, d) 3
  )
}

# Every course of the trial, those with the same counts and the same next level taken together; level 0 ends it, NA
# without a level
enumerate <- function(i, rule) {
  rates <- numbers(i$rates)
  K <- length(rates)
  right <- which.min(abs(rates - i$target))
  sums <- rep(0, 3 * K + 4)
  now <- list(list(n = rep(0, K), y = rep(0, K), d = 1, p = 1))
  while (length(now)) {
    later <- new.env()
    for (state in now) {
      if (is.na(state$d) || state$d == 0) {
        chosen <- if (is.na(state$d)) 0 else rule$choose(state$n, state$y)
        over <- sum(state$n[rates > i$target]) / sum(state$n)
        above <- sum(state$n[seq_len(K) > right]) / sum(state$n)
        figures <- c(seq_len(K) == chosen, state$n, state$y, chosen == 0, above, over, over > 0.6)
        sums <- sums + state$p * figures
        next
      }
      m <- rule$size(state$n, state$d)
      for (x in 0:m) {
        n <- state$n
        y <- state$y
        n[state$d] <- n[state$d] + m
        y[state$d] <- y[state$d] + x
        d <- rule$step(n, y, state$d, x)
        p <- state$p * dbinom(x, m, rates[state$d])
        key <- paste(c(n, y, d), collapse = " ")
        if (is.null(later[[key]])) later[[key]] <- list(n = n, y = y, d = d, p = p)
        else later[[key]]$p <- later[[key]]$p + p
      }
    }
    now <- as.list(later)
  }
  c(
    named("recommended", sums[1:K]), named("patients", sums[K + 1:K]), named("toxicities", sums[2 * K + 1:K]),
    setNames(as.list(sums[3 * K + 1:4]), c("none", "shareAboveRight", "shareAboveTarget", "mostlyAboveTarget"))
  )
}

# --- skeleton, counts, several arms ------------------------------------------------------------------------------

# Where the lower of two neighbours has the rate target − δ and the upper target + δ, found by the exponent they share
skeleton <- function(i) {
  s <- rep(i$target, i$levels)
  low <- i$target - i$halfWidth
  high <- i$target + i$halfWidth
  power <- function(p, to) uniroot(function(b) b * log(p) - log(to), c(1e-6, 1e6), tol = 1e-15)$root
  up <- seq_len(i$levels)[seq_len(i$levels) > i$priorLevel]
  for (k in up) s[k] <- high^(1 / power(s[k - 1], low))
  for (k in rev(seq_len(i$priorLevel - 1))) s[k] <- low^(1 / power(s[k + 1], high))
  named("rate", s)
}

dunnett <- function(i) {
  r <- i$allocation
  rho <- r / (1 + r)
  reaches <- function(c) {
    below <- function(z) pnorm((c + sqrt(rho) * z) / sqrt(1 - rho))^i$arms * dnorm(z)
    1 - integrate(below, -9, 9, rel.tol = 1e-12, subdivisions = 1000)$value
  }
  z <- uniroot(function(c) reaches(c) - i$oneSidedAlpha, c(1, 5), tol = 1e-13)$root
  list(z = z, levelOfEach = pnorm(z, lower.tail = FALSE), unadjusted = reaches(qnorm(1 - i$oneSidedAlpha)))
}

by_base_r <- list(
  "interval boundaries" = function(i) setNames(as.list(boundaries(i$target)), c("escalate", "deescalate")),
  "decisions of an interval design" = boin_table,
  "continual reassessment" = crm_posterior,
  "3+3 escalation" = function(i) list(probability = (1 - i$rate)^3 + 3 * i$rate * (1 - i$rate)^5),
  "characteristics of BOIN" = function(i) enumerate(i, boin(i)),
  "characteristics of CRM" = function(i) enumerate(i, crm(i)),
  "characteristics of 3+3" = function(i) enumerate(i, rule_of_six(i)),
  "calibrated skeleton" = skeleton,
  "few events" = function(i) list(
    atLeastOne = 1 - (1 - i$rate)^i$size,
    above = pbeta(i$rate, 0.5 + i$events, 0.5 + i$size - i$events, lower.tail = FALSE)
  ),
  "many to one" = dunnett
)

file <- "src/verify/values/ladder-values.json"
values <- fromJSON(file, simplifyVector = FALSE)
cat(R.version.string, ", jsonlite ", as.character(packageVersion("jsonlite")), "\n", sep = "")
bad <- 0
for (k in seq_along(values)) {
  value <- values[[k]]
  found <- by_base_r[[value$method]](value$inputs)
  for (name in names(found)) {
    expected <- value$expected[[name]]
    tolerance <- if (is.list(value$tolerance)) max(0, value$tolerance[[name]]) else value$tolerance
    off <- is.null(expected) || abs(found[[name]] - expected) > tolerance
    bad <- bad + off
    cat(sprintf("%-34s %-20s %.12g%s\n", value$id, name, found[[name]], if (off) "  OFF" else ""))
  }
  values[[k]]$expected <- lapply(found, signif, 12)
}
writes <- "--write" %in% commandArgs(trailingOnly = TRUE)
if (writes) writeLines(enc2utf8(toJSON(values, auto_unbox = TRUE, pretty = 1, digits = NA)), file, useBytes = TRUE)
cat(bad, "figures off,", length(values), "values\n")
if (bad > 0 && !writes) quit(status = 1)
