using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FluentValidation;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Http.Requests;

/// <summary>Runs the validator of a request record before the handler, and documents the 400.</summary>
internal static partial class Validation
{
    public const string SlugPattern = "^[a-z0-9]+(-[a-z0-9]+)*$";
    public const int MaxSlugLength = 80;
    public const int MaxSlugs = 100;

    public static RouteHandlerBuilder Validated<T>(this RouteHandlerBuilder route)
    {
        route.AddEndpointFilterFactory((handler, next) =>
        {
            var position = Array.FindIndex(handler.MethodInfo.GetParameters(), p => p.ParameterType == typeof(T) || p.ParameterType == typeof(Body<T>));
            if (position < 0)
            {
                throw new InvalidOperationException($"{handler.MethodInfo.Name} has no {typeof(T).Name} to validate.");
            }

            return context => context.Arguments[position] switch
            {
                Body<T> { Refusal: { } refusal } => ValueTask.FromResult<object?>(refusal),
                Body<T> body => Check(context, body.Value, BodyErrors.OfProperty, next),
                var request => Check(context, (T)request!, InQuery, next),
            };
        });
        return route.ProducesProblem(StatusCodes.Status400BadRequest);
    }

    public static void IsSlug<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(s => s is null || IsSlug(s)).WithMessage($"Must be a slug: lower-case letters, digits and single hyphens, at most {MaxSlugLength} characters.");

    public static void IsLimit<T>(this IRuleBuilder<T, int?> rule, int max = Page.MaxLimit) =>
        rule.InclusiveBetween(1, max).WithMessage($"Must be a whole number from 1 to {max}.");

    /// <summary>A list by slugs isn't paged, so it can't have a cursor.</summary>
    public static void IsCursor<T>(this IRuleBuilder<T, string?> rule, Func<T, TextList?> slugs) =>
        rule.Must((request, value) => value is null || slugs(request) is null).WithMessage("Can't be combined with slugs, which returns one page.");

    public static void IsJurisdiction<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(s => s is null || IsJurisdiction(s)).WithMessage("Must be an ISO 3166-2 code, for example US-NM, or a country code, for example US.");

    public static void IsState<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(s => s is null || (s.Length == 2 && s.All(char.IsAsciiLetterUpper))).WithMessage("Must be a two-letter state code, for example NM.");

    public static void IsCity<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(s => s is null || s.Length is > 0 and <= 100).WithMessage("Must be 1 to 100 characters.");

    public static void AreSlugs<T>(this IRuleBuilder<T, TextList?> rule) =>
        rule.Must(l => l is null || (l.Items.Length <= MaxSlugs && l.Items.All(IsSlug)))
            .WithMessage($"Must be 1 to {MaxSlugs} slugs, separated by commas.");

    public static void IsLanguage<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(s => s is null || Languages.IsTag(s)).WithMessage("Must be a BCP 47 language tag, for example en, es or es-MX.");

    public static void IsOneOf<T>(this IRuleBuilder<T, string?> rule, string[] allowed) =>
        rule.Must(s => s is null || allowed.Contains(s, StringComparer.Ordinal)).WithMessage($"Must be one of: {string.Join(", ", allowed)}.");

    public static void AreOf<T>(this IRuleBuilder<T, TextList?> rule, string[] allowed) =>
        rule.Must(l => l is null || AreSomeOf(l.Items, allowed))
            .WithMessage($"Must be one or more of: {string.Join(", ", allowed)}, without duplicates.");

    public static void IsInstant<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(s => s is null || Instant(s) is not null).WithMessage("Must be an RFC 3339 time, for example 2026-11-22T10:00:00Z.");

    /// <summary>Parses an RFC 3339 time and converts it to UTC. Null: invalid.</summary>
    public static DateTimeOffset? Instant(string given) =>
        Rfc3339().IsMatch(given) && DateTimeOffset.TryParse(given, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant.ToUniversalTime()
            : null;

    public static bool IsJurisdiction(string text) => Jurisdiction().IsMatch(text);

    public static bool IsSlug(string text) => text.Length <= MaxSlugLength && Slug().IsMatch(text);

    private static bool AreSomeOf(string[] given, string[] allowed) =>
        given.Length > 0 && given.Distinct(StringComparer.Ordinal).Count() == given.Length && given.All(g => allowed.Contains(g, StringComparer.Ordinal));

    private static async ValueTask<object?> Check<T>(
        EndpointFilterInvocationContext context, T request, Func<string, string, InputError> error, EndpointFilterDelegate next)
    {
        var validator = context.HttpContext.RequestServices.GetRequiredService<IValidator<T>>();
        var outcome = await validator.ValidateAsync(request, context.HttpContext.RequestAborted);
        return outcome.IsValid
            ? await next(context)
            : ProblemResults.InvalidRequest(outcome.Errors.Select(e => error(e.PropertyName, e.ErrorMessage)));
    }

    private static InputError InQuery(string property, string detail) => InputError.InQuery(JsonNamingPolicy.CamelCase.ConvertName(property), detail);

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Slug();

    [GeneratedRegex(@"^[A-Z]{2}(-[A-Z0-9]{1,3})?\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Jurisdiction();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?([Zz]|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Rfc3339();
}
