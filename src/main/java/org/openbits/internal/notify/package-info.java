/**
 * Notification command lines: programs that jobs start when they are transferred or failed.
 *
 * <p>Start at {@link org.openbits.internal.notify.CommandNotifier}. When and how often is the queue's matter.
 */
@NullMarked
package org.openbits.internal.notify;

import org.jspecify.annotations.NullMarked;
