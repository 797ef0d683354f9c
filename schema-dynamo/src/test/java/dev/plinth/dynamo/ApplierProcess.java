package dev.plinth.dynamo;

import dev.plinth.Step;
import dev.plinth.StoreReport;
import dev.plinth.model.Schema;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** A process of its own with four appliers at once; exits with 0 when all of them came through. */
final class ApplierProcess {

    private ApplierProcess() {}

    public static void main(String[] arguments) throws Exception {
        URI endpoint = URI.create(arguments[0]);
        String account = arguments[1];
        Schema schema = Tables.of(Tables.REPORTS, Tables.COUNTERS);
        List<Callable<StoreReport>> appliers = IntStream.range(0, 4)
                .<Callable<StoreReport>>mapToObj(i -> () -> DynamoStore.of(DynamoDbLocal.client(endpoint, account))
                        .apply(schema, Tables.never()))
                .toList();
        boolean complete = true;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<StoreReport> applier : threads.invokeAll(appliers)) {
                StoreReport report = applier.get();
                complete &= report.failures().isEmpty() && report.steps(Step.Status.PENDING).isEmpty();
                System.out.println(report.failures());
            }
        }
        System.exit(complete ? 0 : 1);
    }
}
