package dev.plinth.examples.benchmarks.tenants;

import java.util.List;
import javax.sql.DataSource;

/** Another tool that can be looped over namespaces. Found by {@link java.util.ServiceLoader}, where its library is there. */
public interface Peer {

    /** As it stands in the table. */
    String name();

    /**
     * Brings each namespace up to a script, one after the other.
     *
     * @param database a pool, so that connecting costs nobody anything
     * @param script SQL that has {@code ${namespace}}, in quotation marks, where the namespace belongs
     */
    void apply(DataSource database, List<String> namespaces, String script) throws Exception;
}
