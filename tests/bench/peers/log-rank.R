# The reference log-rank trial in base R, vectorised over the trials of a block: one order of all times of a block, one
# running sum for the numbers at risk.
#
# Usage: Rscript log-rank.R TRIALS [TRIALS A BLOCK]

source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))), "peer.R"))

perArm <- 150
patients <- 2 * perArm
hazard <- -log(0.6) / 3 # 60 % of the controls are free of failure at three years
hazardRatio <- 0.7
accrualYears <- 2
followUpYears <- 3

# Log-rank z of each of `trials` trials; negative where the experimental arm fails less
simulate <- function(trials) {
  arm <- rep.int(rep.int(c(0, 1), c(perArm, perArm)), trials)
  scale <- rep.int(rep.int(-1 / (hazard * c(1, hazardRatio)), c(perArm, perArm)), trials)
  time <- log(runif(patients * trials)) * scale
  followed <- accrualYears + followUpYears - runif(patients * trials, 0, accrualYears)
  isFailure <- time <= followed
  time[!isFailure] <- followed[!isFailure]
  trial <- rep(seq_len(trials), each = patients)
  # Times are below 8 years: one key orders trials and, in them, times
  byTime <- order(8 * trial + time, method = "radix")
  arm <- arm[byTime]
  isFailure <- isFailure[byTime]
  share <- (perArm * trial - cumsum(arm) + arm) / (patients:1)
  dim(arm) <- dim(share) <- dim(isFailure) <- c(patients, trials)
  colSums((arm - share) * isFailure) / sqrt(colSums(share * (1 - share) * isFailure))
}

arguments <- as.numeric(commandArgs(trailingOnly = TRUE))
trials <- arguments[1]
block <- if (length(arguments) > 1) arguments[2] else 500
set.seed(1)
measure(function() {
  sizes <- c(rep(block, trials %/% block), if (trials %% block > 0) trials %% block)
  successes <- sum(vapply(sizes, function(size) sum(simulate(size) <= qnorm(0.025)), 0))
  list(power = proportion(successes / trials, trials))
}, trials)
