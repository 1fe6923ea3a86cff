package org.openbits.cmdlets.core;

import java.util.List;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletRegistry;

/** The list of the general cmdlets. Nothing searches the class path, so that a shell starts quickly. */
public final class CoreCmdlets {

    private static final List<Class<? extends Cmdlet>> ALL = List.of(
            AddContent.class,
            ClearContent.class,
            ClearHost.class,
            ClearVariable.class,
            CompareObject.class,
            ConvertFromCsv.class,
            ConvertFromJson.class,
            ConvertFromSecureString.class,
            ConvertPath.class,
            ConvertToCsv.class,
            ConvertToJson.class,
            ConvertToSecureString.class,
            CopyItem.class,
            ExpandArchive.class,
            ExportCsv.class,
            ForEachObject.class,
            FormatList.class,
            FormatTable.class,
            FormatWide.class,
            GetAlias.class,
            GetChildItem.class,
            GetCommand.class,
            GetContent.class,
            GetCredential.class,
            GetDate.class,
            GetError.class,
            GetFileHash.class,
            GetHelp.class,
            GetHistory.class,
            GetHost.class,
            GetItem.class,
            GetLocation.class,
            GetMember.class,
            GetModule.class,
            GetRandom.class,
            GetVariable.class,
            GroupObject.class,
            ImportCsv.class,
            ImportModule.class,
            InvokeCommand.class,
            InvokeExpression.class,
            JoinPath.class,
            MeasureObject.class,
            MoveItem.class,
            NewAlias.class,
            NewGuid.class,
            NewItem.class,
            NewTimeSpan.class,
            NewVariable.class,
            OutDefault.class,
            OutFile.class,
            OutHost.class,
            OutNull.class,
            OutString.class,
            PopLocation.class,
            PushLocation.class,
            ReadHost.class,
            RemoveAlias.class,
            RemoveItem.class,
            RemoveModule.class,
            RemoveVariable.class,
            RenameItem.class,
            ResolvePath.class,
            SelectObject.class,
            SelectString.class,
            SetAlias.class,
            SetContent.class,
            SetLocation.class,
            SetVariable.class,
            SortObject.class,
            SplitPath.class,
            StartProcess.class,
            StartSleep.class,
            TeeObject.class,
            TestPath.class,
            WhereObject.class,
            WriteDebug.class,
            WriteError.class,
            WriteHost.class,
            WriteInformation.class,
            WriteOutput.class,
            WriteProgress.class,
            WriteVerbose.class,
            WriteWarning.class);

    private CoreCmdlets() {}

    /** Makes all of them known under their names and aliases. */
    public static void register(CmdletRegistry registry) {
        ALL.forEach(registry::register);
        registry.register(NewItem.mkdir());
    }
}
