/**
 * Listeners that hand what an apply does to Micrometer and OpenTelemetry, each short enough to be copied into a service.
 * Nothing of a schema or of an application lives here; docs/observability.md shows them.
 */
@NullMarked
package dev.plinth.examples.observability;

import org.jspecify.annotations.NullMarked;
