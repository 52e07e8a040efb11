using System.Text.Json;
using FluentValidation;
using FluentValidation.Results;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Http.Requests;

/// <summary>Runs the validator of a route's request record before the handler, and documents the 400.</summary>
internal static class Validation
{
    public static RouteHandlerBuilder Validated<T>(this RouteHandlerBuilder route)
    {
        route.AddEndpointFilterFactory((handler, next) =>
        {
            var parameters = handler.MethodInfo.GetParameters();
            var position = Array.FindIndex(parameters, p => p.ParameterType == typeof(T) || p.ParameterType == typeof(JsonBody<T>));
            if (position < 0)
            {
                throw new InvalidOperationException($"{handler.MethodInfo.Name} has no {typeof(T).Name} to validate.");
            }

            return context => context.Arguments[position] switch
            {
                JsonBody<T> { Refusal: { } refusal } => ValueTask.FromResult<object?>(refusal),
                JsonBody<T> body => Check(context, body.Value, BodyErrors.PointerTo, next),
                var request => Check(context, (T)request!, InQuery, next),
            };
        });
        return route.ProducesProblem(StatusCodes.Status400BadRequest);
    }

    public static void IsLimit<T>(this IRuleBuilder<T, int?> rule, int max = Page.MaxLimit) =>
        rule.InclusiveBetween(1, max).WithMessage($"Must be a whole number from 1 to {max}.");

    public static void Matches<T>(this IRuleBuilder<T, string?> rule, TextForm form) =>
        rule.Must(s => s is null || form.IsMatch(s)).WithMessage(form.Message);

    public static void IsOneOf<T>(this IRuleBuilder<T, string?> rule, string[] allowed) =>
        rule.Must(s => s is null || allowed.Contains(s, StringComparer.Ordinal)).WithMessage(IVocabulary.Message(allowed));

    private static async ValueTask<object?> Check<T>(
        EndpointFilterInvocationContext context, T request, Func<string, string, InputError> error, EndpointFilterDelegate next)
    {
        var validator = context.HttpContext.RequestServices.GetRequiredService<IValidator<T>>();
        var outcome = await validator.ValidateAsync(request, context.HttpContext.RequestAborted);
        return outcome.IsValid
            ? await next(context)
            : ProblemResults.InvalidRequest(InOrder<T>(outcome.Errors).Select(e => error(e.PropertyName, e.ErrorMessage)));
    }

    // The order of the request's members. Errors within an array are in order already.
    private static IEnumerable<ValidationFailure> InOrder<T>(List<ValidationFailure> errors)
    {
        var members = Array.ConvertAll(typeof(T).GetConstructors()[0].GetParameters(), p => p.Name);
        return errors.OrderBy(e => Array.IndexOf(members, e.PropertyName));
    }

    private static InputError InQuery(string property, string detail) =>
        InputError.InQuery(JsonNamingPolicy.CamelCase.ConvertName(property), detail);
}
