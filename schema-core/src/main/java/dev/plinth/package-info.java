/**
 * What an application holds: {@link dev.plinth.SchemaInitializer} with its stores, and what it returns, a
 * {@link dev.plinth.Plan} or a {@link dev.plinth.Report} of {@link dev.plinth.Step}s. No SQL and no requests are made here.
 */
@NullMarked
package dev.plinth;

import org.jspecify.annotations.NullMarked;
