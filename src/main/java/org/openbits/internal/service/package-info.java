/**
 * The background process and the composition root.
 *
 * <p>Start at {@link org.openbits.internal.service.BitsdMain}. {@link org.openbits.internal.service.Composition} is the
 * one place that knows every part and the only one that reads the wall clock.
 */
@NullMarked
package org.openbits.internal.service;

import org.jspecify.annotations.NullMarked;
