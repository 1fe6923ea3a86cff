package org.openbits.automation;

import java.nio.file.Path;

/**
 * A name that paths may begin with, made by a script: {@code Logs:/today.txt}.
 *
 * @param name without the colon
 * @param root the directory it stands for
 */
public record SessionDrive(String name, Path root, String description) {}
