using FreedomCities.Api.Editorial.Import.Documents.Parsing;
using FreedomCities.Api.Editorial.Import.Documents.Planning;

namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>
/// Imports an FAQ document: its title is a topic, each question an entry, each link a resource. An entry is identified by its topic and
/// question. A changed question with the same answer is the same entry.
/// </summary>
internal static class DocumentImport
{
    public static async Task Run(ImportContext context, FaqDocument document)
    {
        var state = await DocumentState.Load(context, document);
        var plan = DocumentPlan.Create(state, context.Options, context.Publisher.NewId);
        plan.Describe(context.Report);
        context.Report.Plan = PlanView.Create(plan, document);
        if (!context.IsDryRun)
        {
            await new DocumentWriter(context, plan).Apply();
        }
    }
}
