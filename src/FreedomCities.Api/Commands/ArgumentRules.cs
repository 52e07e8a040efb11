using System.CommandLine.Parsing;

namespace FreedomCities.Api.Commands;

internal static class ArgumentRules
{
    public static void AddErrorUnless(this SymbolResult result, bool isRight, string message)
    {
        if (!isRight)
        {
            result.AddError(message);
        }
    }
}
