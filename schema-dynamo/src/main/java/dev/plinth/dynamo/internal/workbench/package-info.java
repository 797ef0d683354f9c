/**
 * Data models of NoSQL Workbench: from the model to their JSON, and back. The format is the one that Workbench writes, version
 * 3.0; what has no place in it, on either side, is listed.
 */
@NullMarked
package dev.plinth.dynamo.internal.workbench;

import org.jspecify.annotations.NullMarked;
