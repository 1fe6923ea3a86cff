/**
 * What a cmdlet is: {@link org.openbits.automation.Cmdlet}, its annotations, the {@link org.openbits.automation.CmdletInfo
 * description} read from them once, the binder ({@link org.openbits.automation.CmdletInvocation}), PowerShell's
 * {@link org.openbits.automation.Conversion conversions} and {@link org.openbits.automation.Members member access}.
 *
 * <p>It knows no transfer, no terminal and no language: a shell hands in a {@link org.openbits.automation.CommandRuntime}.
 */
@NullMarked
package org.openbits.automation;

import org.jspecify.annotations.NullMarked;
