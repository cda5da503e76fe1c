# Times to an event: what make-trial-values.R needs to make the figures of event-values.json, and those of real-trials.json
# that are of the same methods, by base R; and what rpact says of them.
#
#   Rscript tests/references/make-event-values.R           as make-trial-values.R, with the files of these methods alone
#   Rscript tests/references/make-event-values.R --write
#
# Needs jsonlite. Run from the project's folder. Nothing here is used by the package or its tests.

# `$` would take hazardRatioMargin for an absent hazardRatio, lossByYears for an absent loss
or <- function(x, otherwise) if (is.null(x)) otherwise else x
loss_hazard <- function(probability, years) -log(1 - or(probability, 0)) / years

# P(an event is observed) of an exponential arm: entry uniform over `accrual` years, the analysis `after` years later,
# nobody followed beyond `most` years
event_probability <- function(hazard, other, accrual, after, most = Inf) {
  all <- hazard + other
  by <- function(years) hazard / all * (1 - exp(-all * pmin(years, most)))
  if (accrual == 0) by(after) else if (is.infinite(most)) {
    hazard / all * (1 - (exp(-all * after) - exp(-all * (accrual + after))) / (accrual * all))
  } else integrate(function(entry) by(accrual + after - entry), 0, accrual, rel.tol = 1e-12)$value / accrual
}

# A log-rank plan: control exponential through a rate
plan_of <- function(i) {
  years <- or(i$medianYears, i$atYears)
  rate <- if (is.null(i$medianYears)) i$controlRate else 0.5
  null_ratio <- if (!is.null(i$hazardRatioMargin)) i$hazardRatioMargin
    else if (!is.null(i$margin)) log(rate - i$margin) / log(rate) else 1
  ratio <- if (!is.null(i$experimentalRate)) log(i$experimentalRate) / log(rate) else or(i[["hazardRatio"]], 1)
  list(
    hazard = -log(rate) / years, rate = rate, ratio = ratio, null_ratio = null_ratio, r = or(i$allocation, 1),
    z_alpha = if (is.null(i$oneSidedAlpha)) qnorm(1 - i$twoSidedAlpha / 2) else qnorm(1 - i$oneSidedAlpha),
    other = loss_hazard(i[["loss"]], or(i$lossByYears, years)) + loss_hazard(i$competing, years),
    accrual = or(i$accrualYears, 0), after = or(i$followUpYears, i$perPatientYears), most = or(i$perPatientYears, Inf)
  )
}
seen <- function(p, factor) event_probability(p$hazard * factor, p$other, p$accrual, p$after, p$most)
mean_seen <- function(p) (seen(p, 1) + p$r * seen(p, p$ratio)) / (1 + p$r)
schoenfeld <- function(p, power)
  ((p$z_alpha + qnorm(power)) / log(p$ratio / p$null_ratio))^2 * (1 + p$r)^2 / p$r
# Patients; the null keeps the mean hazard
lachin_foulkes <- function(p, power) {
  variance <- function(control, experimental)
    (1 + p$r) / seen(p, control) + (1 + p$r) / (p$r * seen(p, experimental))
  at_null <- (1 + p$r * p$ratio) / (1 + p$r * p$null_ratio)
  root <- p$z_alpha * sqrt(variance(at_null, at_null * p$null_ratio)) + qnorm(power) * sqrt(variance(1, p$ratio))
  (root / log(p$ratio / p$null_ratio))^2
}

schoenfeld_events <- function(i) {
  p <- list(ratio = i$hazardRatio, null_ratio = i$nullHazardRatio, r = or(i$allocation, 1), z_alpha = qnorm(1 - i$oneSidedAlpha))
  list(eventsUnrounded = schoenfeld(p, i$power), events = ceiling(schoenfeld(p, i$power)))
}
freedman_events <- function(i) {
  r <- or(i$allocation, 1)
  z <- qnorm(1 - i$oneSidedAlpha) + qnorm(i$power)
  list(eventsUnrounded = (z * (1 + r * i$hazardRatio) / (1 - i$hazardRatio))^2 / r)
}
exponential_size <- function(i) {
  p <- plan_of(i)
  events <- schoenfeld(p, i$power)
  total <- lachin_foulkes(p, i$power)
  list(
    schoenfeldEvents = events, schoenfeldTotal = events / mean_seen(p),
    lachinFoulkesEvents = total * mean_seen(p), lachinFoulkesTotal = total
  )
}

log_rank_design <- function(i) {
  p <- plan_of(i)
  is_followed <- !is.null(p$after)
  events <- if (is.null(i$total)) schoenfeld(p, i$power) else i$total * mean_seen(p)
  z <- sqrt(events * p$r) / (1 + p$r) * log(p$null_ratio / p$ratio) - p$z_alpha
  total <- if (is_followed) events / mean_seen(p) else NA
  list(
    unroundedEvents = events, events = if (is.null(i$total)) ceiling(events) else events,
    unroundedTotal = total, total = ceiling(total), power = pnorm(z),
    marginDifference = p$rate - p$rate^p$null_ratio
  )
}

# Power by mean and variance of the log-rank score; the variance by the law of one patient's part of it, integrated over
# time of event, of loss or of the end of follow-up
score_power <- function(i) {
  p <- plan_of(i)
  end <- p$accrual + p$after
  hazards <- p$hazard * c(1, p$ratio)
  shares <- c(1, p$r) / (1 + p$r)
  followed <- function(t) pmin(1, (end - t) / p$accrual) * exp(-p$other * t)
  at_risk <- function(k, t) shares[k] * exp(-hazards[k] * t) * followed(t)
  null <- function(t) at_risk(1, t) + p$null_ratio * at_risk(2, t)
  share <- function(t) p$null_ratio * at_risk(2, t) / null(t)
  events <- function(t) hazards[1] * at_risk(1, t) + hazards[2] * at_risk(2, t)
  over <- function(f) integrate(f, 0, end - p$accrual, rel.tol = 1e-10)$value +
    integrate(f, end - p$accrual, end * (1 - 1e-9), rel.tol = 1e-10)$value
  drift <- over(function(t) at_risk(1, t) * at_risk(2, t) / null(t) * (hazards[2] - p$null_ratio * hazards[1]))
  information <- over(function(t) share(t) * (1 - share(t)) * events(t))
  # one patient's part: weight at the event, less what had run up by the time the patient leaves
  times <- seq(0, end, length.out = 40001)
  middle <- (times[-1] + times[-length(times)]) / 2
  variance <- 0
  for (k in 1:2) {
    weight <- (k - 1) - share(middle)
    step <- (if (k == 2) p$null_ratio else 1) * weight * events(middle) / null(middle) * diff(times)
    run_up <- cumsum(step) - step / 2
    stays <- exp(-hazards[k] * times) * pmin(1, (end - times) / p$accrual) * exp(-p$other * times)
    leaves <- -diff(stays)
    has_event <- hazards[k] * exp(-hazards[k] * middle) * followed(middle) * diff(times)
    lost <- leaves - has_event
    moment <- function(n) sum(has_event * (weight - run_up)^n) + sum(lost * (-run_up)^n)
    variance <- variance + shares[k] * (moment(2) - moment(1)^2)
  }
  list(power = pnorm((-drift * sqrt(i$total) - p$z_alpha * sqrt(information)) / sqrt(variance)))
}

wald_power <- function(i) {
  spread <- sqrt(2 * i$controlRate * (1 - i$controlRate) / i$perArm)
  list(power = pnorm(i$margin / spread - qnorm(1 - i$oneSidedAlpha)))
}
trial_size <- function(i) {
  z <- qnorm(1 - i$oneSidedAlpha) + qnorm(i$power)
  n <- 2 * i$controlRate * (1 - i$controlRate) * (z / i$margin)^2
  list(
    hazardRatio = log(i$controlRate - i$margin) / log(i$controlRate), perArm = ceiling(n),
    total = ceiling(i$arms * n / (1 - i$lostShare))
  )
}
event_driven <- function(i) {
  p <- plan_of(i)
  total <- i$events / mean_seen(p)
  list(
    hazardRatio = p$null_ratio, fixedEvents = schoenfeld(p, i$power), totalFollowed = ceiling(total),
    total = ceiling(total / (1 - i$lostShare))
  )
}
competing_incidence <- function(i) {
  h <- c(i$hazardPerYear, i$competingHazardPerYear)
  each <- h / sum(h) * (1 - exp(-sum(h) * i$atYears))
  list(incidence = each[1], competingIncidence = each[2], naive = 1 - exp(-h[1] * i$atYears))
}
two_margins <- function(i) {
  implied <- uniroot(function(s) s - s^i$hazardRatio - i$difference, c(0.5, 1), tol = 1e-14)$root
  ratio <- log(i$controlRate - i$difference) / log(i$controlRate)
  list(
    impliedControlRate = implied, hazardRatioOfDifference = ratio,
    warning = sprintf(
      "the margins disagree: %g points at a control rate of %g %% are a hazard ratio of %.2f, not %g; both hold at %.1f %%",
      100 * i$difference, 100 * i$controlRate, ratio, i$hazardRatio, 100 * implied
    )
  )
}

event_methods <- list(
  "Schoenfeld events" = schoenfeld_events,
  "Freedman events" = freedman_events,
  "log-rank size, exponential arms" = exponential_size,
  "log-rank design" = log_rank_design,
  "log-rank power by quadrature" = score_power,
  "normal power of the Wald test" = wald_power,
  "non-inferiority trial size, Wald, with loss" = trial_size,
  "event-driven non-inferiority trial" = event_driven,
  "cumulative incidence at constant hazards" = competing_incidence,
  "hazard ratio of a difference" = function(i) list(hazardRatio = log(i$controlRate - i$difference) / log(i$controlRate)),
  "difference of a hazard ratio" = function(i) list(difference = i$controlRate - i$controlRate^i$hazardRatio),
  "two margins" = two_margins
)

event_packages <- list()
if (requireNamespace("rpact", quietly = TRUE)) {
  by_rpact <- function(i, type) {
    followed <- !is.null(i$accrualYears)
    arguments <- list(
      hazardRatio = i$hazardRatio, thetaH0 = or(i$nullHazardRatio, 1), alpha = i$oneSidedAlpha, beta = 1 - i$power,
      allocationRatioPlanned = or(i$allocation, 1), typeOfComputation = type,
      lambda2 = log(2) / or(i$medianYears, 2)
    )
    if (followed) arguments <- c(arguments, list(
      accrualTime = c(0, i$accrualYears), followUpTime = i$followUpYears,
      dropoutRate1 = i$loss, dropoutRate2 = i$loss, dropoutTime = i$lossByYears
    ))
    do.call(rpact::getSampleSizeSurvival, arguments)
  }
  event_packages[["Schoenfeld events"]] <- function(i) list(eventsUnrounded = by_rpact(i, "Schoenfeld")$eventsFixed)
  event_packages[["Freedman events"]] <- function(i) list(eventsUnrounded = by_rpact(i, "Freedman")$eventsFixed)
  event_packages[["log-rank size, exponential arms"]] <- function(i) {
    found <- by_rpact(i, "Schoenfeld")
    list(schoenfeldEvents = found$eventsFixed, schoenfeldTotal = found$nFixed)
  }
}

if (sys.nframe() == 0L) {
  only <- "event-values.json"
  source("tests/references/make-trial-values.R")
}
