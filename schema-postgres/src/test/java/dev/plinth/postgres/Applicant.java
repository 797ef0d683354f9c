package dev.plinth.postgres;

import dev.plinth.SchemaInitializer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/** A process that applies the shop from several threads at one moment; its exit code is the number of failures. */
public final class Applicant {

    private Applicant() {}

    public static void main(String[] arguments) throws InterruptedException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(arguments[0]);
        source.setUser(arguments[1]);
        source.setPassword(System.getenv("APPLICANT_PASSWORD"));
        int threads = Integer.parseInt(arguments[2]);
        CountDownLatch start = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(threads);
        AtomicInteger failures = new AtomicInteger();
        for (int thread = 0; thread < threads; thread++) {
            Thread.ofPlatform().start(() -> {
                try {
                    start.await();
                    if (!SchemaInitializer.of(Shop.SCHEMA).with(PostgresStore.of(source)).apply().isComplete()) {
                        failures.incrementAndGet();
                    }
                } catch (InterruptedException | RuntimeException e) {
                    e.printStackTrace();
                    failures.incrementAndGet();
                } finally {
                    end.countDown();
                }
            });
        }
        start.countDown();
        end.await();
        System.exit(failures.get());
    }
}
