package dev.plinth.spring;

import java.util.Arrays;
import org.springframework.beans.factory.ListableBeanFactory;

/** Finds the one bean that is meant, or says what there is in its place. */
record BeanChoice(ListableBeanFactory beans) {

    boolean has(Class<?> type) {
        return names(type).length > 0;
    }

    String[] names(Class<?> type) {
        return beans.getBeanNamesForType(type);
    }

    /**
     * The bean of that name, or the only or primary one where the name is empty.
     *
     * @param property the last part of {@code plinth.stores.<name>.<property>}, for the message
     */
    <T> T one(Class<T> type, String name, String property) {
        return name.isEmpty() ? only(type, property) : named(type, name, property);
    }

    private <T> T named(Class<T> type, String name, String property) {
        if (!beans.containsBean(name) || !beans.isTypeMatch(name, type)) {
            throw new WiringException(
                    "A property plinth.stores.*." + property + " names \"" + name + "\", and there is no "
                            + type.getSimpleName() + " bean of that name: " + there(type),
                    "Name one of the beans that exist.");
        }
        return beans.getBean(name, type);
    }

    private <T> T only(Class<T> type, String property) {
        T only = beans.getBeanProvider(type).getIfUnique();
        if (only == null) {
            throw new WiringException("Plinth needs one bean of type " + type.getName() + ": " + there(type), has(type)
                    ? "Mark one of them as @Primary, or say which one is meant by plinth.stores.<name>." + property
                            + "."
                    : "Define such a bean. To leave the schema alone, set plinth.mode=off.");
        }
        return only;
    }

    private String there(Class<?> type) {
        String[] names = names(type);
        Arrays.sort(names);
        return names.length == 0 ? "there is none." : "there " + (names.length == 1 ? "is " : "are ")
                + String.join(", ", names) + ".";
    }
}
