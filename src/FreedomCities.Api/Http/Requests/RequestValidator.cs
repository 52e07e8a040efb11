using System.Linq.Expressions;
using System.Reflection;
using FluentValidation;
using FreedomCities.Api.Http.Requests.Values;

namespace FreedomCities.Api.Http.Requests;

/// <summary>Reports the invalid values of a request. Derived validators add ranges, and rules that relate members.</summary>
internal class RequestValidator<T> : AbstractValidator<T>
{
    public RequestValidator()
    {
        foreach (var member in typeof(T).GetProperties().Where(p => p.PropertyType.IsAssignableTo(typeof(IRequestValue))))
        {
            RuleFor(Value(member)).Must(v => v?.Fault is null).WithMessage((_, v) => v!.Fault);
        }
    }

    private static Expression<Func<T, IRequestValue?>> Value(PropertyInfo member)
    {
        var request = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, IRequestValue?>>(
            Expression.Convert(Expression.Property(request, member), typeof(IRequestValue)), request);
    }
}
