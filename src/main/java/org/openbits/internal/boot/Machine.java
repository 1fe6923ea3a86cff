package org.openbits.internal.boot;

import java.nio.file.Path;
import java.util.Map;

/**
 * What decides how a start-up entry is written.
 *
 * @param system the system's name, as Java has it
 * @param isRoot whether the user is the machine's administrator, whose service starts with the machine itself
 * @param userHome the user's directory
 * @param program the absolute path of {@code bits}
 * @param environment of the caller
 */
public record Machine(String system, boolean isRoot, Path userHome, Path program, Map<String, String> environment) {}
