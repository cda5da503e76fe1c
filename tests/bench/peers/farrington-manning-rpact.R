# Farrington-Manning power by rpact, as its manual simulates two rates with a margin.
#
# Usage: Rscript farrington-manning-rpact.R TRIALS

source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))), "peer.R"))
suppressPackageStartupMessages(library(rpact))

trials <- as.numeric(commandArgs(trailingOnly = TRUE)[1])
measure(function() {
  simulated <- getSimulationRates(
    design = getDesignGroupSequential(kMax = 1, alpha = 0.05, sided = 1),
    groups = 2,
    thetaH0 = -0.07,
    pi1 = 0.93,
    pi2 = 0.93,
    plannedSubjects = 248,
    allocationRatioPlanned = 1,
    maxNumberOfIterations = trials,
    seed = 1
  )
  list(power = proportion(simulated$overallReject, trials))
}, trials)
