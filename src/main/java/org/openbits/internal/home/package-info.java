/** Where state lives on each platform; {@code BITS_HOME} overrides all. One class, so that no other guesses. */
@NullMarked
package org.openbits.internal.home;

import org.jspecify.annotations.NullMarked;
