namespace FreedomCities.Api.Http.Limits;

/// <summary>There is no memory left for another large response or body: a 503.</summary>
internal sealed class OverBudgetException : Exception;
