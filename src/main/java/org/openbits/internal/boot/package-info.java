/** What makes the service start by itself after a reboot; in the words of the system it runs on. */
@NullMarked
package org.openbits.internal.boot;

import org.jspecify.annotations.NullMarked;
