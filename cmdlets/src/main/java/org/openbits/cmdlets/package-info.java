/**
 * The BITS cmdlets: one class each, and the {@code BitsJob} they emit. They speak to the queue
 * through {@link org.openbits.BackgroundCopyManager} only, which {@link org.openbits.cmdlets.JobAccess} opens on first use.
 */
@NullMarked
package org.openbits.cmdlets;

import org.jspecify.annotations.NullMarked;
