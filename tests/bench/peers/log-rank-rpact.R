# The reference log-rank trial by rpact, as its manual simulates a survival trial of one stage. It ends at a number of
# failures, here those expected three years after accrual.
#
# Usage: Rscript log-rank-rpact.R TRIALS

source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))), "peer.R"))
suppressPackageStartupMessages(library(rpact))

trials <- as.numeric(commandArgs(trailingOnly = TRUE)[1])
measure(function() {
  simulated <- getSimulationSurvival(
    design = getDesignGroupSequential(kMax = 1, alpha = 0.025, sided = 1),
    directionUpper = FALSE,
    lambda2 = -log(0.6) / 3,
    hazardRatio = 0.7,
    accrualTime = c(0, 2),
    accrualIntensity = 150,
    plannedEvents = 130,
    maxNumberOfIterations = trials,
    seed = 1
  )
  list(power = proportion(simulated$overallReject, trials))
}, trials)
