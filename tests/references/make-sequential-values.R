# Makes the expected figures of src/verify/values/sequential-values.json from the inputs written there: plans by rpact,
# probabilities, bounds at observed information and estimates by multivariate normal integrals of mvtnorm.
#
#   Rscript tests/references/make-sequential-values.R           compares, prints a table, fails where a figure is off
#   Rscript tests/references/make-sequential-values.R --write   puts what R computes in the place of the figures, but for
#                                                               those that are as published
#
# Needs jsonlite, rpact and mvtnorm. Run from the project's folder. Nothing here is used by the package or its tests.

suppressPackageStartupMessages({
  library(jsonlite)
  library(rpact)
  library(mvtnorm)
})
file <- "src/verify/values/sequential-values.json"
numbers <- function(x) as.numeric(unlist(x))
or <- function(x, otherwise) if (is.null(x)) otherwise else x

# --- plans -------------------------------------------------------------------------------------------------------

efficacy_types <- c(
  obrienFleming = "OF", pocock = "P", lanDeMetsObrienFleming = "asOF", lanDeMetsPocock = "asP",
  hwangShihDeCani = "asHSD", kimDeMets = "asKD", haybittlePeto = "HP"
)
futility_types <- c(
  lanDeMetsObrienFleming = "bsOF", lanDeMetsPocock = "bsP", hwangShihDeCani = "bsHSD", kimDeMets = "bsKD"
)

fractions_of <- function(plan) if (is.null(plan$fractions)) seq_len(plan$looks) / plan$looks else numbers(plan$fractions)
efficacy_of <- function(plan) or(plan$efficacy, "lanDeMetsObrienFleming")
alpha_of <- function(plan) or(plan$oneSidedAlpha, 0.025)

design_of <- function(plan) {
  fractions <- fractions_of(plan)
  arguments <- list(
    sided = 1, alpha = alpha_of(plan), beta = 1 - or(plan$power, 0.8), informationRates = fractions,
    typeOfDesign = efficacy_types[[efficacy_of(plan)]], tolerance = 1e-10
  )
  if (efficacy_of(plan) == "hwangShihDeCani") arguments$gammaA <- plan$gamma
  if (efficacy_of(plan) == "kimDeMets") arguments$gammaA <- plan$rho
  if (efficacy_of(plan) == "haybittlePeto") arguments$constantBoundsHP <- or(plan$interimZ, 3)
  if (!is.null(plan$futility)) arguments$bindingFutility <- isTRUE(plan$binding)
  if (identical(plan$futility, "betaSpending")) {
    spending <- or(plan$futilitySpending, "lanDeMetsObrienFleming")
    arguments$typeBetaSpending <- futility_types[[spending]]
    if (spending == "hwangShihDeCani") arguments$gammaB <- plan$futilityGamma
  }
  if (identical(plan$futility, "fixedZ")) arguments$futilityBounds <- numbers(plan$futilityZ)
  do.call(getDesignGroupSequential, arguments)
}

by_look <- function(name, values) as.list(setNames(values, sprintf("%s%d", name, seq_along(values))))

# --- integrals ---------------------------------------------------------------------------------------------------

infinite <- function(bounds, value) sapply(bounds, function(b) if (is.null(b)) value else b)

# P(lower < Z < upper at every look), Z of drift times the root of the information
inside <- function(information, drift, lower, upper) {
  mean <- drift * sqrt(information)
  if (length(information) == 1) return(pnorm(upper - mean) - pnorm(lower - mean))
  correlation <- sqrt(outer(information, information, pmin) / outer(information, information, pmax))
  as.numeric(pmvnorm(lower, upper, mean, corr = correlation, algorithm = Miwa(steps = 4000)))
}

stopping <- function(i) {
  information <- numbers(i$information)
  upper <- infinite(i$upper, Inf)
  lower <- infinite(i$lower, -Inf)
  at <- function(k, from, to) inside(
    information[1:k], i$drift, c(head(lower, k - 1), from), c(head(upper, k - 1), to)
  )
  looks <- seq_along(information)
  c(
    by_look("upper", sapply(looks, function(k) at(k, upper[k], Inf))),
    by_look("lower", sapply(looks, function(k) at(k, -Inf, lower[k])))
  )
}

sequential_plan <- function(i) {
  design <- design_of(i$plan)
  of <- getDesignCharacteristics(design)
  futility <- if (is.null(i$plan$futility)) numeric(0) else c(design$futilityBounds, tail(design$criticalValues, 1))
  bounds <- list(information = fractions_of(i$plan), upper = design$criticalValues, lower = futility)
  at <- function(name, drift) {
    if (length(futility) == 0) return(list())
    p <- stopping(c(bounds, drift = drift))
    looks <- seq_along(futility)
    c(
      by_look(paste0("efficacyAt", name), unlist(p[paste0("upper", looks)])),
      by_look(paste0("futilityAt", name), unlist(p[paste0("lower", looks)]))
    )
  }
  c(
    by_look("efficacy", design$criticalValues), by_look("futility", futility), by_look("alphaSpent", design$alphaSpent),
    at("Null", 0), at("Planned", sqrt(of$shift)),
    list(
      inflation = of$inflationFactor, expectedInformationNull = of$averageSampleNumber0,
      expectedInformationBetween = of$averageSampleNumber01, expectedInformationPlanned = of$averageSampleNumber1
    )
  )
}

spent <- function(type, fraction, alpha) switch(type,
  lanDeMetsObrienFleming = 2 * pnorm(qnorm(alpha / 2) / sqrt(fraction)),
  lanDeMetsPocock = alpha * log(1 + (exp(1) - 1) * fraction)
)

# Two looks: the first by what is spent there, or as planned; the second by what is left
observed_bounds <- function(i) {
  alpha <- alpha_of(i$plan)
  type <- efficacy_of(i$plan)
  observed <- numbers(i$observed)
  first <- if (efficacy_types[[type]] == "OF") design_of(i$plan)$criticalValues[1]
    else -qnorm(spent(type, observed[1], alpha))
  left <- alpha - pnorm(-first)
  gap <- function(second) inside(observed, 0, c(-Inf, second), c(first, Inf)) - left
  list(efficacy1 = first, efficacy2 = uniroot(gap, c(0, 5), tol = 1e-13)$root)
}

stopped_estimate <- function(i) {
  design <- design_of(i$plan)
  information <- fractions_of(i$plan)
  upper <- design$criticalValues
  lower <- if (is.null(i$plan$futility)) rep(-Inf, i$look) else design$futilityBounds
  tail <- function(drift) sum(sapply(seq_len(i$look), function(k) {
    inside(
      information[1:k], drift, c(head(lower, k - 1), if (k < i$look) upper[k] else i$z), c(head(upper, k - 1), Inf)
    )
  }))
  at <- function(p) uniroot(function(drift) tail(drift) - p, c(-10, 10), tol = 1e-12)$root
  list(medianUnbiased = at(0.5), low = at(0.025), high = at(0.975), pValue = tail(0))
}

conditional <- function(i) {
  at <- function(drift) pnorm((i$z * sqrt(i$fraction) + drift * (1 - i$fraction) - i$finalZ) / sqrt(1 - i$fraction))
  list(trend = at(i$z / sqrt(i$fraction)), design = at(i$designDrift), null = at(0))
}

# --- by method ---------------------------------------------------------------------------------------------------

by_method <- list(
  "group-sequential plan" = sequential_plan,
  "stopping probabilities of bounds" = stopping,
  "bounds at observed information" = observed_bounds,
  "estimate after stopping" = stopped_estimate,
  "conditional power" = conditional
)

allowed <- function(value, name) if (is.list(value$tolerance)) value$tolerance[[name]] else value$tolerance
cat(R.version.string, "\n")
for (package in c("jsonlite", "rpact", "mvtnorm")) cat(package, as.character(packageVersion(package)), "\n")
cat(sprintf("%-58s %-28s %-18s %-18s %9s\n", "id", "figure", "in the file", "computed", "apart"))
bad <- 0
values <- fromJSON(file, simplifyVector = FALSE)
for (k in seq_along(values)) {
  value <- values[[k]]
  found <- suppressWarnings(by_method[[value$method]](value$inputs))
  names <- names(value$expected)
  stopifnot(all(names %in% names(found)))
  for (name in names) {
    apart <- abs(found[[name]] - value$expected[[name]])
    off <- apart > allowed(value, name)
    bad <- bad + off
    cat(sprintf(
      "%-58s %-28s %-18s %-18s %9.2g%s\n", value$id, name, formatC(value$expected[[name]], digits = 12, format = "g"),
      formatC(found[[name]], digits = 12, format = "g"), apart, if (off) "  OFF" else ""
    ))
  }
  if (!isTRUE(value$published)) values[[k]]$expected <- lapply(found[names], signif, 12)
}
writes <- "--write" %in% commandArgs(trailingOnly = TRUE)
if (writes)
  writeLines(
    enc2utf8(toJSON(values, auto_unbox = TRUE, pretty = 2, digits = NA, null = "null")), file,
    useBytes = TRUE
  )
cat(bad, "figures off,", length(values), "values\n")
if (bad > 0 && !writes) quit(status = 1)
