/**
 * What a program imports: the manager, the job, the file, the error, and the values they speak of.
 *
 * <p>Start at {@link org.openbits.BackgroundCopyManager}. The words, states and error codes are those of the Background
 * Intelligent Transfer Service, so that its documentation can be searched for them. No third-party type appears here.
 */
@NullMarked
package org.openbits;

import org.jspecify.annotations.NullMarked;
