package dev.plinth;

/**
 * Is told what {@link SchemaInitializer#apply()} and {@link SchemaInitializer#verify()} do while they do it. Decides
 * nothing: what it throws is logged once as a warning, noted in the report, and changes nothing else.
 *
 * <p>It is called on the thread that works: the calling thread, and with a DynamoStore also the threads that it has calls in
 * flight on. The calls of one run come one at a time. Work goes on only when it returns, and a lock may be held meanwhile: be
 * short.
 */
@FunctionalInterface
public interface InitializerListener {

    /** Something happened, or is about to. */
    void on(InitializerEvent event);
}
