package dev.plinth.spring;

import dev.plinth.Finding;
import dev.plinth.InitializerListener;
import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Store;
import dev.plinth.model.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** From properties and beans to what is run at the start. */
record InitializerFactory(
        PlinthProperties properties,
        BeanChoice beans,
        List<StoreSource> sources,
        List<InitializerListener> listeners,
        List<SchemaInitializerCustomizer> customizers) {

    PlinthInitializer create() {
        Map<String, Supplier<Report>> runs = new LinkedHashMap<>();
        targets().forEach((name, target) -> {
            switch (properties.mode(target)) {
                case APPLY -> runs.put(name, initializer(name, target, Mode.APPLY)::apply);
                case VERIFY -> runs.put(name, initializer(name, target, Mode.VERIFY)::verify);
                case OFF -> {}
            }
        });
        return new PlinthInitializer(runs);
    }

    /** As configured, or every schema under the name of its bean. */
    private Map<String, PlinthProperties.Target> targets() {
        if (!properties.stores().isEmpty()) {
            return properties.stores();
        }
        Map<String, PlinthProperties.Target> all = new LinkedHashMap<>();
        for (String bean : beans.names(Schema.class)) {
            all.put(bean, PlinthProperties.Target.of(bean));
        }
        return all;
    }

    private SchemaInitializer initializer(String name, PlinthProperties.Target target, Mode mode) {
        Schema schema = beans.one(Schema.class, target.schema(), "schema");
        try {
            List<Store> stores = sources.stream().flatMap(source -> source.store(schema, target).stream()).toList();
            requireCovered(schema.onlySql(), stores, "PostgreSQL", "schema-postgres", schema.hasSqlPart());
            requireCovered(schema.onlyDynamo(), stores, "DynamoDB", "schema-dynamo", schema.hasDynamoPart());
            return customized(SchemaInitializer.of(schema)
                    .with(stores.toArray(Store[]::new))
                    .deadline(properties.deadline())
                    .failOn(properties.forbidden(mode).toArray(Finding[]::new)));
        } catch (IllegalArgumentException impossible) {
            throw new WiringException("\"" + name + "\": " + impossible.getMessage(),
                    "Correct the properties plinth.*, or the customizer that says so.");
        }
    }

    private static void requireCovered(Schema part, List<Store> stores, String family, String artifact,
            boolean isThere) {
        if (isThere && stores.stream().noneMatch(store -> store.concerns(part))) {
            throw new WiringException("Schema \"" + part.name() + "\" has a part for " + family
                    + ", and dev.plinth:" + artifact + " is not on the class path.",
                    "Add the dependency dev.plinth:" + artifact
                            + ", or make the bean of the other part of the schema only: onlySql() or onlyDynamo().");
        }
    }

    private SchemaInitializer customized(SchemaInitializer plain) {
        SchemaInitializer initializer = plain;
        for (InitializerListener listener : listeners) {
            initializer = initializer.listener(listener);
        }
        for (SchemaInitializerCustomizer customizer : customizers) {
            initializer = customizer.customize(initializer);
        }
        return initializer;
    }
}
