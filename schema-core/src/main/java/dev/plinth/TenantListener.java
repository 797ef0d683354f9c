package dev.plinth;

/**
 * Is told what an apply for many tenants does for each of them. As {@link InitializerListener}, but the calls for different
 * tenants may come at the same time, on the threads that work.
 */
@FunctionalInterface
public interface TenantListener {

    /**
     * Something happened, or is about to. {@link InitializerEvent.StoreStarted} and {@link InitializerEvent.StoreFinished}
     * frame what happens for one tenant.
     *
     * @param tenant as in {@link TenantReport#tenant()}; the name of the database, which may be empty, for what its tenants share
     */
    void on(String tenant, InitializerEvent event);
}
