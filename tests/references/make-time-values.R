# Makes the expected figures of src/verify/values/time-values.json by R's packages survival and cmprsk, from the inputs
# written there. A patient is a time, with + where it is censored and * where a competing event ended it.
#
#   Rscript tests/references/make-time-values.R           compares, prints a table, fails where a figure is off
#   Rscript tests/references/make-time-values.R --write   puts what R computes in the place of the figures
#
# Needs jsonlite, survival and cmprsk. Run from the project's folder. Nothing here is used by the package or its tests.

suppressPackageStartupMessages({
  library(jsonlite)
  library(survival)
  library(cmprsk)
})
file <- "src/verify/values/time-values.json"

patients <- function(i) {
  read <- function(text, arm) {
    words <- strsplit(text, " ")[[1]]
    end <- substring(words, nchar(words))
    data.frame(years = as.numeric(sub("[+*]", "", words)), status = ifelse(end == "+", 0, ifelse(end == "*", 2, 1)), arm)
  }
  rbind(read(i$control, 0), read(i$experimental, 1))
}
failed <- function(d) Surv(d$years, d$status == 1)

# --- hazards -----------------------------------------------------------------------------------------------------

log_rank <- function(i) {
  d <- patients(i)
  list(chiSquare = survdiff(failed(d) ~ arm, d)$chisq)
}

score_test <- function(i) {
  d <- patients(i)
  at_margin <- suppressWarnings(
    coxph(failed(d) ~ arm, d, ties = "exact", init = log(i$margin), control = coxph.control(iter.max = 0))
  )
  list(chiSquare = at_margin$score)
}

cox <- function(i) {
  d <- patients(i)
  fit <- coxph(failed(d) ~ arm, d, ties = "exact", control = coxph.control(eps = 1e-14, toler.chol = 1e-15, iter.max = 50))
  list(logHazardRatio = coef(fit)[[1]], standardError = sqrt(vcov(fit)[1, 1]))
}

# --- net curves --------------------------------------------------------------------------------------------------

curve_at <- function(d, arm, at, level = 0.95) {
  one <- d[d$arm == arm, ]
  summary(
    survfit(failed(one) ~ 1, conf.type = "log-log", conf.int = level),
    times = at, extend = TRUE
  )
}
named <- function(names, control, experimental)
  as.list(setNames(c(control, experimental), c(paste0("control", names), paste0("experimental", names))))

kaplan_meier <- function(i) {
  figures <- lapply(0:1, function(arm) {
    s <- curve_at(patients(i), arm, i$atYears, i$level)
    c(s$surv, s$std.err, s$lower, s$upper)
  })
  named(c("Probability", "StandardError", "Low", "High"), figures[[1]], figures[[2]])
}

# limits of one arm at one-sided level pnorm(-z)
low_limit <- function(d, arm, at, z) {
  one <- d[d$arm == arm, ]
  s <- curve_at(d, arm, at, 1 - 2 * pnorm(-z))
  if (s$surv == 1) return(qbeta(pnorm(-z), sum(one$years >= at), 1))
  if (s$surv == 0) 0 else s$lower
}
high_limit <- function(d, arm, at, z) {
  one <- d[d$arm == arm, ]
  if (curve_at(d, arm, at)$surv == 1) return(1)
  # just before the curve falls to 0
  if (curve_at(d, arm, at)$surv == 0) at <- max(one$years[one$status == 1]) - 1e-9
  curve_at(d, arm, at, 1 - 2 * pnorm(-z))$upper
}

difference <- function(i) {
  d <- patients(i)
  at <- i$atYears
  s <- sapply(0:1, function(arm) curve_at(d, arm, at)$surv)
  se <- sapply(0:1, function(arm) if (s[arm + 1] %in% 0:1) 0 else curve_at(d, arm, at)$std.err)
  apart <- s[2] - s[1] + i$margin
  upper <- if (apart > 0) 1 else 0
  excess <- function(z) {
    below <- s[upper + 1] - low_limit(d, upper, at, z)
    above <- high_limit(d, 1 - upper, at, z) - s[2 - upper]
    sqrt(below^2 + above^2) - abs(apart)
  }
  score <- if (excess(1e-9) >= 0) 0 else sign(apart) * uniroot(excess, c(1e-9, 5.5), tol = 1e-13)$root
  list(difference = s[2] - s[1], standardError = sqrt(sum(se^2)), score = score)
}

log_log_test <- function(i) {
  d <- patients(i)
  figures <- sapply(0:1, function(arm) {
    s <- curve_at(d, arm, i$atYears)
    c(log(-log(s$surv)), s$std.err / s$surv / abs(log(s$surv)))
  })
  ratio <- figures[1, 2] - figures[1, 1]
  se <- sqrt(sum(figures[2, ]^2))
  list(logRatio = ratio, standardError = se, score = (log(i$margin) - ratio) / se)
}

restricted_mean <- function(i) {
  d <- patients(i)
  table <- sapply(0:1, function(arm) {
    one <- d[d$arm == arm, ]
    unclass(summary(survfit(failed(one) ~ 1), rmean = i$atYears)$table[c("rmean", "se(rmean)")])
  })
  c(
    named(c("Years", "StandardError"), table[, 1], table[, 2]),
    list(difference = table[1, 2] - table[1, 1], standardError = sqrt(sum(table[2, ]^2)))
  )
}

# --- competing events --------------------------------------------------------------------------------------------

incidences <- function(i) {
  d <- patients(i)
  at <- timepoints(cuminc(d$years, d$status, d$arm), i$atYears)
  figures <- function(arm) c(at$est[paste(arm, 1), 1], sqrt(at$var[paste(arm, 1), 1]), at$est[paste(arm, 2), 1])
  named(c("Failure", "StandardError", "Competing"), figures(0), figures(1))
}

gray <- function(i) {
  d <- patients(i)
  tests <- cuminc(d$years, d$status, d$arm)$Tests[, "stat"]
  list(chiSquareOfFailure = tests[["1"]], chiSquareOfCompeting = tests[["2"]])
}

fine_gray <- function(i) {
  d <- patients(i)
  fit <- crr(d$years, d$status, d$arm, gtol = 1e-12, maxiter = 50)
  list(logHazardRatio = fit$coef[[1]], standardError = sqrt(fit$var[1, 1]))
}

# --- by method ---------------------------------------------------------------------------------------------------

by_method <- list(
  "log-rank test" = log_rank,
  "score test of a hazard ratio" = score_test,
  "Cox model of two arms" = cox,
  "Kaplan-Meier at a time" = kaplan_meier,
  "difference of Kaplan-Meier probabilities" = difference,
  "complementary log-log test at a time" = log_log_test,
  "restricted mean times" = restricted_mean,
  "cumulative incidences of two arms" = incidences,
  "Gray's test" = gray,
  "Fine-Gray model of two arms" = fine_gray
)

for (package in c("jsonlite", "survival", "cmprsk")) cat(package, as.character(packageVersion(package)), "\n")
writes <- "--write" %in% commandArgs(trailingOnly = TRUE)
values <- fromJSON(file, simplifyVector = FALSE)
bad <- 0
for (k in seq_along(values)) {
  value <- values[[k]]
  found <- by_method[[value$method]](value$inputs)
  if (!writes) stopifnot(identical(sort(names(found)), sort(names(value$expected))))
  for (name in names(found)) {
    expected <- value$expected[[name]]
    apart <- if (is.null(expected)) NA else abs(found[[name]] - expected)
    off <- !isTRUE(apart <= value$tolerance)
    bad <- bad + off
    cat(sprintf(
      "%-40s %-28s %-18.12g %9.2g%s\n", value$id, name, found[[name]], apart, if (off) "  OFF" else ""
    ))
  }
  values[[k]]$expected <- lapply(found, function(x) signif(as.numeric(x), 12))
}
if (writes) writeLines(enc2utf8(toJSON(values, auto_unbox = TRUE, pretty = 2, digits = NA)), file, useBytes = TRUE)
cat(bad, "figures off,", length(values), "values\n")
if (bad > 0 && !writes) quit(status = 1)
