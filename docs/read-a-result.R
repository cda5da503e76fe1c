# Reads what `isoeffect run` wrote, computes the power under each truth again from the simulated trials, and draws it.
#
#   Rscript read-a-result.R <folder of the run> <figure.pdf or figure.png>
#
# Needs base R and jsonlite (Debian: r-base-core, r-cran-jsonlite).
library(jsonlite)

arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) != 2) stop("usage: Rscript read-a-result.R <folder of the run> <figure.pdf or figure.png>")
folder <- arguments[1]
figure <- arguments[2]

# Without simplification a truth stays a list, whatever keys the others have
result <- fromJSON(file.path(folder, "result.json"), simplifyVector = FALSE)
if (is.null(result$claims)) stop("this run makes no claim, so that it has no power")
trials <- read.csv(file.path(folder, "replicates.csv"), check.names = FALSE)
# Further worlds draw what is uncertain: they belong to assurance
trials <- trials[trials$world == 0, ]

power <- do.call(rbind, lapply(result$truths, function(truth) {
  success <- trials$success[trials$truth == truth$name]
  p <- mean(success)
  written <- truth$operatingCharacteristics$power
  exact <- if (is.null(written$exact)) NA else written$exact
  if (abs(p - written$estimate) > 1e-12) stop(truth$name, ": result.json says ", written$estimate)
  data.frame(truth = truth$name, trials = length(success), power = p,
             mcse = sqrt(p * (1 - p) / length(success)), exact = exact)
}))
for (i in seq_len(nrow(power))) {
  row <- power[i, ]
  exact <- if (is.na(row$exact)) "none" else sprintf("%.6f", row$exact)
  cat(sprintf("%s: power %.6f, Monte Carlo standard error %.6f, exact %s, %d trials\n",
              row$truth, row$power, row$mcse, exact, row$trials))
}

if (grepl("\\.png$", figure)) {
  png(figure, width = 1200, height = 750, res = 150, type = "cairo")
} else {
  cairo_pdf(figure, width = 8, height = 5)
}
par(mar = c(6.5, 9, 4, 1), las = 1)
y <- rev(seq_len(nrow(power)))
plot(power$power, y, xlim = c(0, 1), ylim = c(0.5, nrow(power) + 0.5), yaxt = "n", ylab = "", pch = 19,
     xlab = "Probability of success", main = paste(strwrap(result$scenario$title, 60), collapse = "\n"), cex.main = 0.9)
segments(power$power - 1.96 * power$mcse, y, power$power + 1.96 * power$mcse, y)
points(power$exact, y, pch = 4, cex = 1.6)
axis(2, at = y, labels = power$truth)
shown <- if (all(is.na(power$exact))) 1 else 1:2
legend("bottom", legend = c("simulated, with 95 % limits", "exact")[shown], pch = c(19, 4)[shown], bty = "n",
       horiz = TRUE, xpd = TRUE, inset = c(0, -0.42))
invisible(dev.off())
