# What every peer in R prints: its answers, and what they cost without its start.

peakBytes <- function() {
  status <- tryCatch(readLines("/proc/self/status"), error = function(e) character())
  line <- grep("^VmHWM:", status, value = TRUE)
  if (length(line) == 1) as.numeric(gsub("[^0-9]", "", line)) * 1024 else sum(gc()[, 6]) * 2^20
}

# A share and its standard error
proportion <- function(share, of) c(share, sqrt(share * (1 - share) / of))

# Runs `work`, which returns list(name = c(estimate, mcse)), and prints one JSON line; `units` is what was simulated.
measure <- function(work, units) {
  start <- proc.time()
  answers <- work()
  spent <- proc.time() - start
  rows <- vapply(names(answers), function(name) {
    sprintf('{"name":"%s","estimate":%.17g,"mcse":%.17g}', name, answers[[name]][1], answers[[name]][2])
  }, "")
  cat(sprintf(
    '{"units":%.0f,"cpuSeconds":%.3f,"wallSeconds":%.3f,"peakBytes":%.0f,"answers":[%s]}\n',
    units, sum(spent[c("user.self", "sys.self")]), spent[["elapsed"]], peakBytes(), paste(rows, collapse = ",")
  ))
}

