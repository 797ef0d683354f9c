package dev.plinth.postgres.internal.apply;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The logger of the store, under the name that a user knows. */
final class Log {

    static final Logger LOGGER = LoggerFactory.getLogger("dev.plinth.postgres");

    private Log() {}
}
