/**
 * The PostgreSQL part of a job. The one package that is linked against {@code schema-postgres} and its driver, and only
 * loaded where they are on the class path.
 */
@NullMarked
package dev.plinth.job.internal.postgres;

import org.jspecify.annotations.NullMarked;
