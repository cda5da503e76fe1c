# Makes the expected figures of trial-values.json, event-values.json and real-trials.json in src/verify/values/ by base R,
# from the inputs written there, and asks rpact and mvtnorm for the same where they are installed. Times to an event are
# in make-event-values.R.
#
#   Rscript tests/references/make-trial-values.R           compares, prints a table, fails where a figure is off
#   Rscript tests/references/make-trial-values.R --write   puts what base R computes in the place of the figures, but
#                                                          for those that are as published
#
# Needs jsonlite. Run from the project's folder. Nothing here is used by the package or its tests.

suppressPackageStartupMessages(library(jsonlite))
if (!exists("event_methods")) source("tests/references/make-event-values.R")
if (!exists("only")) only <- c("trial-values.json", "event-values.json", "real-trials.json")
files <- file.path("src/verify/values", only)
numbers <- function(x) as.numeric(unlist(x))

# --- one arm -----------------------------------------------------------------------------------------------------

# P(more than k) for every k from -1 on, as a vector: entry j is P(X >= j - 1)
at_least <- function(n, p) c(1, pbinom(0:n, n, p, lower.tail = FALSE))

# P(reject) of every (r1, r) of stages of n1 and n - n1 patients: row r1 + 1, column r + 1
two_stage <- function(n1, n, p) {
  n2 <- n - n1
  x <- 0:n1
  tail2 <- at_least(n2, p)
  needed <- outer(x, 0:n, function(x, r) pmin(n2 + 1, pmax(0, r - x + 1)))
  part <- dbinom(x, n1, p) * matrix(tail2[needed + 1], n1 + 1)
  # row r1 + 1 sums the rows of more than r1 successes
  continuing <- upper.tri(diag(n1 + 1)) + 0
  continuing %*% part
}

two_stage_designs <- function(p0, p1, alpha, power, largest = 100) {
  found <- list()
  for (n in 2:largest) for (n1 in 1:(n - 1)) {
    # the smallest r of each r1 is the most powerful
    first <- max.col(two_stage(n1, n, p0) <= alpha, ties.method = "first")
    strong <- which(two_stage(n1, n, p1)[cbind(seq_along(first), first)] >= power)
    if (length(strong) == 0) next
    r1 <- strong - 1
    pet <- pbinom(r1, n1, p0)
    found[[length(found) + 1]] <- data.frame(n1, r1, n, r = first[strong] - 1, en = n1 + (1 - pet) * (n - n1), pet)
  }
  do.call(rbind, found)
}
searched <- new.env()

simon <- function(i, kind) {
  key <- paste(i$nullRate, i$alternativeRate, i$oneSidedAlpha, i$power)
  if (is.null(searched[[key]]))
    searched[[key]] <- two_stage_designs(i$nullRate, i$alternativeRate, i$oneSidedAlpha, i$power)
  d <- searched[[key]]
  best <- if (kind == "optimal") d[order(d$en, d$n), ][1, ] else d[order(d$n, d$en), ][1, ]
  reject <- function(p) two_stage(best$n1, best$n, p)[best$r1 + 1, best$r + 1]
  list(
    stageOneSize = best$n1, stageOneSuccessesAtMost = best$r1, size = best$n, successesAtMost = best$r,
    expectedSizeUnderNull = best$en, stopProbabilityUnderNull = best$pet,
    typeIError = reject(i$nullRate), power = reject(i$alternativeRate)
  )
}

one_stage <- function(i) {
  for (n in 1:1000) {
    c <- qbinom(i$oneSidedAlpha, n, i$nullRate, lower.tail = FALSE) + 1
    power <- pbinom(c - 1, n, i$alternativeRate, lower.tail = FALSE)
    if (power >= i$power)
      return(list(
        size = n, successesAtLeast = c,
        typeIError = pbinom(c - 1, n, i$nullRate, lower.tail = FALSE), power = power
      ))
  }
}

fleming <- function(i) {
  z <- qnorm(1 - i$oneSidedAlpha) * sqrt(i$nullRate * (1 - i$nullRate)) +
    qnorm(i$power) * sqrt(i$alternativeRate * (1 - i$alternativeRate))
  n <- (z / (i$alternativeRate - i$nullRate))^2
  list(sizeUnrounded = n, size = ceiling(n))
}

proportion_interval <- function(i) {
  x <- i$events
  n <- i$size
  wilson <- suppressWarnings(prop.test(x, n, conf.level = i$level, correct = FALSE))$conf.int
  exact <- binom.test(x, n, conf.level = i$level)$conf.int
  sides <- c(1 - i$level, 1 + i$level) / 2
  jeffreys <- qbeta(sides, x + 0.5, n - x + 0.5)
  z <- qnorm(sides[2])
  centre <- (x + z^2 / 2) / (n + z^2)
  reach <- z * sqrt(centre * (1 - centre) / (n + z^2))
  list(
    wilsonLow = wilson[1], wilsonHigh = wilson[2], clopperPearsonLow = exact[1], clopperPearsonHigh = exact[2],
    jeffreysLow = jeffreys[1], jeffreysHigh = jeffreys[2],
    agrestiCoullLow = centre - reach, agrestiCoullHigh = centre + reach
  )
}

# --- Bayesian ----------------------------------------------------------------------------------------------------

beta_binomial <- function(y, m, a, b) exp(lchoose(m, y) + lbeta(a + y, b + m - y) - lbeta(a, b))

predictive <- function(i) {
  prior <- numbers(i$prior)
  totals <- 0:i$maximumSize
  succeeds <- pbeta(i$target, prior[1] + totals, prior[2] + i$maximumSize - totals, lower.tail = FALSE) >= i$certainty
  left <- i$maximumSize - i$size
  y <- 0:left
  p <- beta_binomial(y, left, prior[1] + i$successes, prior[2] + i$size - i$successes)
  list(predictiveProbability = sum(p[succeeds[i$successes + y + 1]]), successesNeeded = min(totals[succeeds]))
}

toxicity_stop <- function(i) {
  prior <- numbers(i$prior)
  looks <- numbers(i$looks)
  bounds <- sapply(looks, function(n) {
    x <- 0:n
    min(x[pbeta(i$limitRate, prior[1] + x, prior[2] + n - x, lower.tail = FALSE) >= i$certainty])
  })
  going <- c(1, rep(0, max(looks)))
  before <- 0
  stopped <- numeric(0)
  for (k in seq_along(looks)) {
    m <- looks[k] - before
    step <- dbinom(0:m, m, i$rate)
    after <- rep(0, max(looks) + 1)
    for (x in which(going > 0) - 1) after[x + 1 + (0:m)] <- after[x + 1 + (0:m)] + going[x + 1] * step
    stops <- seq_along(after) > bounds[k]
    stopped[k] <- sum(after[stops])
    after[stops] <- 0
    going <- after
    before <- looks[k]
  }
  result <- as.list(setNames(bounds, paste0("stopAt", looks)))
  result$stopProbability <- sum(stopped)
  result$expectedSize <- sum(stopped * looks) + sum(going) * max(looks)
  result
}

highest_density <- function(i) {
  a <- i$events + numbers(i$prior)[1]
  b <- i$size - i$events + numbers(i$prior)[2]
  width <- function(low) qbeta(pmin(1, low + i$level), a, b) - qbeta(low, a, b)
  low <- optimize(width, c(0, 1 - i$level), tol = 1e-12)$minimum
  list(mean = a / (a + b), low = qbeta(low, a, b), high = qbeta(low + i$level, a, b))
}

lower_tail <- function(i) list(probability = pbinom(i$events, i$size, i$rate))

few_events_rule <- function(i) list(
  typeIError = pbinom(i$eventsAtMost, i$size, i$nullRate), power = pbinom(i$eventsAtMost, i$size, i$alternativeRate)
)

assurance <- function(i) {
  prior <- numbers(i$prior)
  list(assurance = sum(beta_binomial(i$successesAtLeast:i$size, i$size, prior[1], prior[2])))
}

# --- two arms ----------------------------------------------------------------------------------------------------

# Rates of two arms that fit best where the first is `difference` above the second: the root of the likelihood's
# derivative, which falls; or the end towards which it points
fitted_rates <- function(x1, n1, x2, n2, difference) {
  low <- max(0, -difference)
  high <- min(1, 1 - difference)
  slope <- function(p2) {
    p1 <- p2 + difference
    (x1 - n1 * p1) / (p1 * (1 - p1)) + (x2 - n2 * p2) / (p2 * (1 - p2))
  }
  inside <- c(low, high) + c(1, -1) * 1e-13
  p2 <- if (slope(inside[1]) <= 0) low
    else if (slope(inside[2]) >= 0) high
    else uniroot(slope, inside, tol = 1e-16, maxiter = 10000)$root
  c(p2 + difference, p2)
}

score_z <- function(x1, n1, x2, n2, difference, factor = 1) {
  p <- fitted_rates(x1, n1, x2, n2, difference)
  variance <- factor * (p[1] * (1 - p[1]) / n1 + p[2] * (1 - p[2]) / n2)
  (x1 / n1 - x2 / n2 - difference) / sqrt(variance)
}

score_interval <- function(x1, n1, x2, n2, level, factor) {
  observed <- x1 / n1 - x2 / n2
  z <- qnorm((1 + level) / 2)
  end <- function(sign, far) {
    gap <- function(d) score_z(x1, n1, x2, n2, d, factor) - sign * z
    uniroot(gap, sort(c(observed + sign * -1e-9, far)), tol = 1e-13)$root
  }
  c(end(1, -1 + 1e-9), end(-1, 1 - 1e-9))
}

difference_interval <- function(i) {
  x <- numbers(i$counts)
  n <- numbers(i$sizes)
  p <- x / n
  d <- p[1] - p[2]
  wilson <- function(k) suppressWarnings(prop.test(x[k], n[k], conf.level = i$level, correct = FALSE))$conf.int
  w1 <- wilson(1)
  w2 <- wilson(2)
  newcombe <- c(
    d - sqrt((p[1] - w1[1])^2 + (w2[2] - p[2])^2),
    d + sqrt((w1[2] - p[1])^2 + (p[2] - w2[1])^2)
  )
  total <- sum(n)
  mn <- score_interval(x[1], n[1], x[2], n[2], i$level, total / (total - 1))
  mee <- score_interval(x[1], n[1], x[2], n[2], i$level, 1)
  wald <- d + c(-1, 1) * qnorm((1 + i$level) / 2) * sqrt(sum(p * (1 - p) / n))
  list(
    difference = d, newcombeLow = newcombe[1], newcombeHigh = newcombe[2],
    miettinenNurminenLow = mn[1], miettinenNurminenHigh = mn[2], meeLow = mee[1], meeHigh = mee[2],
    waldLow = wald[1], waldHigh = wald[2],
    fisherTwoSided = fisher.test(matrix(c(x, n - x), 2))$p.value
  )
}

# Positive in favour of non-inferiority of a bad event
non_inferiority_score <- function(i) {
  z <- function(factor)
    -score_z(i$experimentalEvents, i$experimentalSize, i$controlEvents, i$controlSize, i$margin, factor)
  total <- i$experimentalSize + i$controlSize
  list(
    farringtonManning = z(1), miettinenNurminen = z(total / (total - 1)),
    oneSidedP = pnorm(z(1), lower.tail = FALSE)
  )
}

farrington_manning_size <- function(i) {
  # expected counts in arms of one patient each
  null <- fitted_rates(i$experimentalRate, 1, i$controlRate, 1, i$margin)
  sd <- function(p) sqrt(sum(p * (1 - p)))
  z <- qnorm(1 - i$oneSidedAlpha) * sd(null) + qnorm(i$power) * sd(c(i$experimentalRate, i$controlRate))
  n <- (z / (i$experimentalRate - i$controlRate - i$margin))^2
  list(total = 2 * n, perArm = ceiling(n), experimentalRateAtMargin = null[1], controlRateAtMargin = null[2])
}

wald_size <- function(i) {
  spread <- sqrt(i$experimentalRate * (1 - i$experimentalRate) + i$controlRate * (1 - i$controlRate))
  z <- (qnorm(1 - i$oneSidedAlpha) + qnorm(i$power)) * spread
  list(perArm = ceiling((z / (i$experimentalRate - i$controlRate - i$margin))^2))
}

two_proportion_size <- function(i) {
  p <- numbers(i$rates)
  mean <- sum(p) / 2
  size <- function(null) {
    z <- qnorm(1 - i$twoSidedAlpha / 2) * null + qnorm(i$power) * sqrt(sum(p * (1 - p)))
    (z / diff(p))^2
  }
  n <- size(sqrt(2 * mean * (1 - mean)))
  corrected <- n / 4 * (1 + sqrt(1 + 4 / (n * abs(diff(p)))))^2
  list(
    perArmUnrounded = n, perArm = ceiling(n), perArmContinuityCorrected = ceiling(corrected),
    total = 2 * ceiling(n), totalUnpooled = 2 * ceiling(size(sqrt(sum(p * (1 - p)))))
  )
}

fisher_power <- function(i) {
  p <- numbers(i$rates)
  n <- i$size
  power <- 0
  for (total in 0:(2 * n)) {
    x <- max(0, total - n):min(n, total)
    table <- dhyper(x, n, n, total)
    p_value <- sapply(table, function(t) sum(table[table <= t * (1 + 1e-7)]))
    power <- power + sum((dbinom(x, n, p[1]) * dbinom(total - x, n, p[2]))[p_value <= i$twoSidedAlpha])
  }
  list(power = power)
}

# Whether a non-inferiority test of a bad event rejects, for every pair of counts: experimental by control
wald_z <- function(e, c, n, margin) {
  gap <- (e - c) / n - margin
  variance <- (e * (n - e) + c * (n - c)) / n^3
  ifelse(variance == 0, ifelse(gap == 0, 0, sign(gap) * Inf), gap / sqrt(variance))
}
rejections <- function(test, n, margin, alpha) outer(0:n, 0:n, Vectorize(function(e, c) {
  z <- if (test == "wald") wald_z(e, c, n, margin) else score_z(e, n, c, n, margin)
  z <= qnorm(alpha)
}))
probability <- function(rejects, n, experimental, control)
  sum(outer(dbinom(0:n, n, experimental), dbinom(0:n, n, control)) * rejects)

exact_power <- function(i) {
  rejects <- rejections(i$test, i$perArm, i$margin, i$oneSidedAlpha)
  at <- function(experimental) probability(rejects, i$perArm, experimental, i$controlRate)
  list(power = at(i$experimentalRate), typeIError = at(i$controlRate + i$margin))
}

# Counts beyond the first 60 events are left out: at 7 % in 200 patients they hold less than 1e-20
exact_size <- function(i) {
  sizes <- 150:250
  seen <- 0:60
  powers <- sapply(sizes, function(n) {
    rejects <- outer(seen, seen, Vectorize(function(e, c) {
      z <- if (i$test == "wald") wald_z(e, c, n, i$margin) else score_z(e, n, c, n, i$margin)
      z <= qnorm(i$oneSidedAlpha)
    }))
    sum(outer(dbinom(seen, n, i$experimentalRate), dbinom(seen, n, i$controlRate)) * rejects)
  })
  list(smallest = min(sizes[powers >= i$power]), lasting = max(sizes[powers < i$power]) + 1)
}

exact_power_of_two <- function(i) {
  of <- function(k) {
    rate <- numbers(i$rates)[k]
    rejects <- rejections(i$test, i$perArm, numbers(i$margins)[k], i$oneSidedAlpha)
    probability(rejects, i$perArm, rate, rate)
  }
  list(power = of(1) * of(2))
}

# Control is logistic in EQD2 with gamma50 = D50 times the slope at D50, through the control rate at 50 Gy
power_at_alpha_beta <- function(i) {
  eqd2 <- 30 * (6 + i$alphaBetaGy) / (2 + i$alphaBetaGy)
  d50 <- 50 / (1 + qlogis(i$controlRate) / (4 * i$gamma50))
  control <- plogis(4 * i$gamma50 * (eqd2 / d50 - 1))
  rejects <- rejections("wald", i$perArm, i$margin, i$oneSidedAlpha)
  list(eqd2Gy = eqd2, control = control, power = probability(rejects, i$perArm, 1 - control, 1 - i$controlRate))
}

equal_alpha_beta <- function(i) {
  dose <- i$fractions * i$fractionGy
  list(alphaBetaGy = (dose * i$fractionGy - 100) / (50 - dose))
}

co_primary <- function(i) {
  z <- qnorm(i$marginalPower)
  rho <- i$correlation
  inside <- function(x) dnorm(x) * pnorm((z - rho * x) / sqrt(1 - rho^2))
  list(power = integrate(inside, -Inf, z, rel.tol = 1e-12, subdivisions = 1000)$value)
}

monte_carlo_error <- function(i) {
  p <- numbers(i$rates)
  as.list(setNames(sqrt(p * (1 - p) / i$replicates), paste0("at", p)))
}

# --- Philox4x32-10, words as pairs of 16-bit halves ----------------------------------------------------------------

word <- function(hex) as.numeric(strtoi(c(substr(hex, 1, 4), substr(hex, 5, 8)), 16))
xor_words <- function(a, b) c(bitwXor(a[1], b[1]), bitwXor(a[2], b[2]))
sum_words <- function(a, b) {
  low <- a[2] + b[2]
  c((a[1] + b[1] + low %/% 65536) %% 65536, low %% 65536)
}
product <- function(a, b) {
  ll <- a[2] * b[2]
  middle <- a[1] * b[2] + ll %/% 65536
  cross <- a[2] * b[1] + middle %% 65536
  high <- a[1] * b[1] + middle %/% 65536 + cross %/% 65536
  list(high = c(high %/% 65536, high %% 65536), low = c(cross %% 65536, ll %% 65536))
}

philox <- function(i) {
  c <- lapply(strsplit(i$counter, " ")[[1]], word)
  k <- lapply(strsplit(i$key, " ")[[1]], word)
  for (round in 1:10) {
    p0 <- product(word("d2511f53"), c[[1]])
    p1 <- product(word("cd9e8d57"), c[[3]])
    c <- list(
      xor_words(xor_words(p1$high, c[[2]]), k[[1]]), p1$low,
      xor_words(xor_words(p0$high, c[[4]]), k[[2]]), p0$low
    )
    k <- list(sum_words(k[[1]], word("9e3779b9")), sum_words(k[[2]], word("bb67ae85")))
  }
  list(block = paste(sapply(c, function(w) sprintf("%04x%04x", as.integer(w[1]), as.integer(w[2]))), collapse = " "))
}

# --- by method ---------------------------------------------------------------------------------------------------

by_base_r <- list(
  "Simon two-stage, optimal" = function(i) simon(i, "optimal"),
  "Simon two-stage, minimax" = function(i) simon(i, "minimax"),
  "A'Hern one-stage" = one_stage,
  "Fleming one-stage" = fleming,
  "non-inferiority sample size, Farrington-Manning" = farrington_manning_size,
  "non-inferiority sample size, Wald" = wald_size,
  "two-proportion sample size" = two_proportion_size,
  "power of Fisher's exact test" = fisher_power,
  "interval of a proportion" = proportion_interval,
  "interval of a difference" = difference_interval,
  "score statistic of non-inferiority" = non_inferiority_score,
  "predictive probability" = predictive,
  "Bayesian stopping for toxicity" = toxicity_stop,
  "assurance of a one-stage design" = assurance,
  "highest-density interval of a beta posterior" = highest_density,
  "binomial lower tail" = lower_tail,
  "one-stage rule of few events" = few_events_rule,
  "power of two co-primary endpoints" = co_primary,
  "Monte Carlo standard error of a proportion" = monte_carlo_error,
  "exact power of a non-inferiority test" = exact_power,
  "exact size of a non-inferiority test" = exact_size,
  "exact power of two non-inferiority tests" = exact_power_of_two,
  "exact power at an alpha/beta" = power_at_alpha_beta,
  "alpha/beta of equal effect" = equal_alpha_beta,
  "Philox4x32-10" = philox
)
by_base_r <- c(by_base_r, event_methods)

# What packages say of the same, where they are installed
by_package <- event_packages
has <- function(package) requireNamespace(package, quietly = TRUE)
if (has("rpact")) {
  by_package[["non-inferiority sample size, Farrington-Manning"]] <- function(i) list(total = rpact::getSampleSizeRates(
    pi1 = i$experimentalRate, pi2 = i$controlRate, thetaH0 = i$margin, alpha = i$oneSidedAlpha, beta = 1 - i$power
  )$nFixed)
  by_package[["two-proportion sample size"]] <- function(i) {
    p <- numbers(i$rates)
    list(perArmUnrounded = rpact::getSampleSizeRates(
      pi1 = p[1], pi2 = p[2], alpha = i$twoSidedAlpha, sided = 2, beta = 1 - i$power
    )$nFixed / 2)
  }
}
if (has("mvtnorm")) {
  by_package[["power of two co-primary endpoints"]] <- function(i) list(power = as.numeric(mvtnorm::pmvnorm(
    upper = rep(qnorm(i$marginalPower), 2), corr = matrix(c(1, i$correlation, i$correlation, 1), 2),
    algorithm = mvtnorm::TVPACK(abseps = 1e-12)
  )))
}

allowed <- function(value, name) {
  t <- value$tolerance
  if (is.list(t)) if (is.null(t[[name]])) 0 else t[[name]] else t
}
bad <- 0
row <- function(value, by, name, got) {
  expected <- value$expected[[name]]
  difference <- if (is.character(got)) as.numeric(got != expected) else abs(got - expected)
  off <- difference > allowed(value, name)
  bad <<- bad + off
  shown <- function(x) if (is.character(x)) x else formatC(x, digits = 12, format = "g")
  cat(sprintf(
    "%-42s %-26s %-18s %-18s %9.2g  %s%s\n",
    value$id, name, shown(expected), shown(got), difference, by, if (off) "  OFF" else ""
  ))
}
cat(R.version.string, "\n")
for (package in c("jsonlite", "rpact", "mvtnorm"))
  cat(package, if (has(package)) as.character(packageVersion(package)) else "is not installed", "\n")
cat(sprintf("%-42s %-26s %-18s %-18s %9s  %s\n", "id", "figure", "in the file", "computed", "apart", "by"))
writes <- "--write" %in% commandArgs(trailingOnly = TRUE)
count <- 0
for (file in files) {
  values <- fromJSON(file, simplifyVector = FALSE)
  count <- count + length(values)
  for (k in seq_along(values)) {
    value <- values[[k]]
    names <- names(value$expected)
    found <- by_base_r[[value$method]](value$inputs)
    stopifnot(all(names %in% names(found)))
    for (name in names) row(value, "base R", name, found[[name]])
    if (!is.null(by_package[[value$method]])) {
      other <- by_package[[value$method]](value$inputs)
      for (name in intersect(names, names(other))) row(value, "package", name, other[[name]])
    }
    if (!isTRUE(value$published))
      values[[k]]$expected <- lapply(found[names], function(x) if (is.numeric(x)) signif(x, 12) else x)
  }
  if (writes) writeLines(enc2utf8(toJSON(values, auto_unbox = TRUE, pretty = 2, digits = NA)), file, useBytes = TRUE)
}
cat(bad, "figures off,", count, "values\n")
if (bad > 0 && !writes) quit(status = 1)
