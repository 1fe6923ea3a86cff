/**
 * Runs what {@code language} parsed: scopes, pipelines, streams, errors, functions and programs.
 *
 * <p>Start at {@link org.openbits.shell.pipeline.ShellSession}. A session belongs to one thread; only {@code stop} may
 * come from another. Nothing here knows a terminal, a job or Groovy: commands come from the registry, people are the
 * {@code Host}.
 */
@NullMarked
package org.openbits.shell.pipeline;

import org.jspecify.annotations.NullMarked;
