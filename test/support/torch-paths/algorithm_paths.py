"""The paths of the methods with code of their own, from algorithms.py in 60 digits and from torch.optim.LBFGS.

LBFGS searches for a length in its own way. It tries other lengths than the program where the first one is refused, and
takes the same one where it is not: its paths go as far as that. All end where the gradient has become small beside the
first one: nearer to a minimum, the last digits of a double decide.
"""

import decimal
from decimal import Decimal

import torch

import jets
from algorithms import methods, norm

most_steps = 20
small = Decimal("1e-5")

# As typed, the start, and the same for jets and for torch.
problems = [
    ("x^2/20 + y^2", [-7.0, 2.0], lambda m, x, y: x**2 / 20 + y**2),
    ("(1 - x)^2 + 100*(y - x^2)^2", [-1.2, 1.0], lambda m, x, y: (1 - x) ** 2 + 100 * (y - x**2) ** 2),
    (
        "log(1 + exp(x - 2*y)) + x^2/10 + y^4/4",
        [3.0, -1.5],
        lambda m, x, y: m.log(1 + m.exp(x - 2 * y)) + x**2 / 10 + y**4 / 4,
    ),
    (
        "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
        [0.1, -0.3],
        lambda m, x, y: (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2,
    ),
    (
        "x + y - log(x) - 2*log(y) + (x - y)^2",
        [4.0, 0.05],
        lambda m, x, y: x + y - m.log(x) - 2 * m.log(y) + (x - y) ** 2,
    ),
    (
        "sqrt(1 + x^2) + sqrt(1 + (x - y)^2) + y^2/9",
        [6.0, -4.0],
        lambda m, x, y: m.sqrt(1 + x**2) + m.sqrt(1 + (x - y) ** 2) + y**2 / 9,
    ),
    (
        "(x - y)^2 + (y*z - 1)^2 + z^2/4",
        [2.0, -1.0, 1.5],
        lambda m, x, y, z: (x - y) ** 2 + (y * z - 1) ** 2 + z**2 / 4,
    ),
]

# On the fifth problem the very first trial of this one makes f fall by 0.0038 of what its slope promises.
hardly = {"reach": 7.05, "c1": 0.005, "c2": 0.3}
steep = [
    {"reach": 1.0, "c1": 1e-4, "c2": 0.1},
    {"reach": 0.25, "c1": 0.005, "c2": 0.6},
    {"reach": 5.0, "c1": 1e-4, "c2": 0.02},
    hardly,
]
quasi = [{"reach": 1.0, "c1": 1e-4, "c2": 0.9}, {"reach": 0.125, "c1": 0.005, "c2": 0.2}, hardly]
settings = {
    "armijo": [{"initial": 1.0, "shrink": 0.5, "c1": 1e-4}, {"initial": 4.0, "shrink": 0.3, "c1": 0.4}],
    "wolfe": steep,
    "conjugate": steep,
    "bfgs": quasi,
    "lbfgs": [{"memory": memory, **s} for memory in (2, 10) for s in quasi],
    "newton": [{"c1": 1e-4, "shrink": 0.5, "delta": 0.001}, {"c1": 0.45, "shrink": 0.7, "delta": 0.5}],
    "trust-region": [
        {"radius": 1.0, "radius_max": 1000.0, "eta": 0.1, "delta": 0.001},
        {"radius": 10.0, "radius_max": 1.5, "eta": 0.0, "delta": 0.5},
        {"radius": 30.0, "radius_max": 1000.0, "eta": 0.2, "delta": 0.001},
    ],
}


def asked(value):
    """f, ∇f and ∇²f at a point; None where f is not defined."""

    def at(point):
        try:
            jet = value(jets, *jets.variables(point))
        except decimal.InvalidOperation:
            return None
        return jet.value, jet.gradient, jet.hessian

    return at


def exact_path(name, s, start, value):
    at = asked(value)
    x = [Decimal(coordinate) for coordinate in start]
    first = norm(at(x)[1])
    points = []
    for x in methods[name](at, {key: Decimal(number) for key, number in s.items()}, x, most_steps):
        points.append(x)
        if not norm(at(x)[1]) > small * first:
            break
    return points


def torch_path(start, value, memory):
    """How far the first trial goes – torch says so by the sum of |∂f| –, and the points."""
    x = torch.tensor(start, requires_grad=True)
    opt = torch.optim.LBFGS(
        [x], lr=1.0, max_iter=1, history_size=memory, tolerance_grad=0.0, tolerance_change=0.0, line_search_fn="strong_wolfe"
    )
    asked_for = 0

    def closure():
        nonlocal asked_for
        asked_for += 1
        opt.zero_grad()
        f = value(torch, *x)
        f.backward()
        return f

    closure()
    g = x.grad.clone()
    reach = (min(1.0, 1.0 / g.abs().sum()) * g.norm()).item()
    points = []
    for _ in range(most_steps):
        asked_for = 0
        opt.step(closure)
        # At the point itself, and at the first trial.
        if asked_for > 2:
            break
        points.append(x.tolist())
        closure()
        if not x.grad.norm() > float(small) * g.norm():
            break
    return reach, points


def exact_paths():
    """Method, formula, settings, start and points."""
    for formula, start, value in problems:
        for name, choices in settings.items():
            for s in choices:
                yield name, formula, s, start, exact_path(name, s, start, value)


def torch_paths():
    for formula, start, value in problems:
        for memory in (2, 10):
            reach, points = torch_path(start, value, memory)
            if points:
                yield "lbfgs", formula, {"memory": memory, "reach": reach, "c1": 1e-4, "c2": 0.9}, start, points
