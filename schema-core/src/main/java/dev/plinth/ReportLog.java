package dev.plinth;

import java.util.EnumSet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an apply tells the log: one line in all, and one warning for each thing that somebody should look at. */
final class ReportLog {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaInitializer.class);

    private ReportLog() {}

    static void write(Report report) {
        report.stores().forEach(ReportLog::warn);
        int done = report.steps(Step.Status.DONE).size();
        if (done > 0) {
            LOG.info("schema \"{}\": created {} objects in {} ms", name(report), done, millis(report));
        } else {
            LOG.debug("schema \"{}\": created nothing, in {} ms", name(report), millis(report));
        }
    }

    private static String name(Report report) {
        return report.schema().name();
    }

    private static long millis(Report report) {
        return report.duration().toMillis();
    }

    /** A failure is not logged: it is thrown. */
    private static void warn(StoreReport store) {
        for (Finding finding : EnumSet.complementOf(EnumSet.of(Finding.FAILED))) {
            finding.lines(store).forEach(line -> LOG.warn("{}: {}: {}", store.store(), finding, line));
        }
    }
}
