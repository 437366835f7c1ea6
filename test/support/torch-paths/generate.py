#!/usr/bin/python3
"""Writes the paths the methods are checked against: of those with a fixed rate library.tsv and book.tsv, of those with
code of their own lbfgs.tsv and algorithms.tsv; and schedules.tsv.

    apt-get install python3-torch
    /usr/bin/python3 test/support/torch-paths/generate.py

Nothing here knows the program. library.tsv comes from torch.optim in double precision, with torch's own derivatives;
book.tsv from the book's formulas in 30-digit arithmetic; schedules.tsv from torch.optim.lr_scheduler; lbfgs.tsv from
torch.optim.LBFGS; algorithms.tsv from algorithms.py in 60-digit arithmetic.
Every run of one version of torch gives the same files: these are of 2.6.

A line of the paths is: method, formula, schedule (or a dash), settings, start, and some of its points, `step:x,y`.
A line of schedules.tsv is: schedule, settings, and the learning rate of some steps as `step:rate`, that of step 1
being 1 unless it is a warm-up. Steps are counted from 1. Numbers from torch have the fewest digits that tell them
from other doubles, those of the book 25 digits.
"""

import math
import sys
from pathlib import Path

sys.dont_write_bytecode = True

import torch
from torch.optim import lr_scheduler

import algorithm_paths
import book
import problems

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
here = Path(__file__).parent
kept = [1, 2, 3, 7, 20, 50, 100, 200]
kept_rates = [1, 2, 3, 7, 8, 10, 11, 20, 21, 50, 100, 101, 200]


def optimiser(name, s, params):
    o = torch.optim
    betas = (s.get("beta1"), s.get("beta2"))
    lr, eps = s["lr"], s.get("eps")
    make = {
        "descent": lambda: o.SGD(params, lr=lr),
        "momentum": lambda: o.SGD(params, lr=lr, momentum=s["momentum"]),
        "nesterov": lambda: o.SGD(params, lr=lr, momentum=s["momentum"], nesterov=True),
        "adagrad": lambda: o.Adagrad(params, lr=lr, eps=eps, lr_decay=s["lr_decay"]),
        "rmsprop": lambda: o.RMSprop(
            params, lr=lr, alpha=s["rho"], eps=eps, momentum=s["momentum"]
        ),
        "adadelta": lambda: o.Adadelta(params, lr=lr, rho=s["rho"], eps=eps),
        "adam": lambda: o.Adam(params, lr=lr, betas=betas, eps=eps),
        "adamw": lambda: o.AdamW(
            params, lr=lr, betas=betas, eps=eps, weight_decay=s["weight_decay"]
        ),
        "adamax": lambda: o.Adamax(params, lr=lr, betas=betas, eps=eps),
        "nadam": lambda: o.NAdam(
            params, lr=lr, betas=betas, eps=eps, momentum_decay=s["momentum_decay"]
        ),
        "radam": lambda: o.RAdam(params, lr=lr, betas=betas, eps=eps),
    }
    return make[name]()


def warmup(s):
    """The factor of step t = epoch + 1: even up to 1, then half a wave of the cosine, then level."""

    def factor(epoch):
        t = epoch + 1
        if t <= s["warmup"]:
            return t / s["warmup"]
        done = min(t - 1 - s["warmup"], s["period"]) / s["period"]
        return s["final"] + (1 - s["final"]) * (1 + math.cos(math.pi * done)) / 2

    return factor


def scheduler(name, s, opt):
    base = opt.param_groups[0]["lr"]
    make = {
        "step": lambda: lr_scheduler.StepLR(opt, s["every"], gamma=s["gamma"]),
        "exponential": lambda: lr_scheduler.ExponentialLR(opt, gamma=s["gamma"]),
        "inverse": lambda: lr_scheduler.LambdaLR(
            opt, lambda epoch: 1 / (1 + s["decay"] * epoch)
        ),
        "cosine": lambda: lr_scheduler.CosineAnnealingLR(
            opt, s["period"], eta_min=base * s["final"]
        ),
        "warmup": lambda: lr_scheduler.LambdaLR(opt, warmup(s)),
    }
    return make[name]()


schedules = [
    ("step", {"gamma": 0.5, "every": 20}),
    ("step", {"gamma": 0.3, "every": 7}),
    ("exponential", {"gamma": 0.98}),
    ("inverse", {"decay": 0.05}),
    # torch lets the rate rise again after the period: it is compared only up to there.
    ("cosine", {"period": 199, "final": 0.0}),
    ("cosine", {"period": 250, "final": 0.1}),
    ("warmup", {"warmup": 10, "period": 90, "final": 0.05}),
]


def torch_path(name, settings, problem, schedule=None):
    params = [torch.tensor(coordinate, requires_grad=True) for coordinate in problem.start]
    opt = optimiser(name, settings, params)
    rates = schedule and scheduler(*schedule, opt)
    points = []
    for _ in range(kept[-1]):
        opt.zero_grad()
        problem.value(*params).backward()
        opt.step()
        if rates:
            rates.step()
        points.append([param.item() for param in params])
    return points


def check_gradient(problem):
    params = [torch.tensor(coordinate, requires_grad=True) for coordinate in problem.start]
    problem.value(*params).backward()
    written = problem.gradient(list(problem.start), math.exp)
    for param, slope in zip(params, written):
        assert math.isclose(param.grad.item(), slope, rel_tol=1e-13), problem.formula


def rates_of(name, settings):
    opt = torch.optim.SGD([torch.tensor(0.0, requires_grad=True)], lr=1.0)
    rates = scheduler(name, settings, opt)
    found = []
    for _ in range(kept[-1]):
        found.append([opt.param_groups[0]["lr"]])
        opt.step()
        rates.step()
    return found


def settings_text(settings):
    return " ".join(f"{key}={value!r}" for key, value in settings.items()) or "-"


def points_text(points, number, steps=kept):
    return [f"{step}:{','.join(map(number, points[step - 1]))}" for step in steps]


def with_rate(settings, problem):
    return {**settings, "lr": settings["lr"] or problem.slow}


def digits(value):
    return f"{value:.24e}"


def lines(paths_of, table, convention, number):
    for problem in problems.problems:
        check_gradient(problem)
        start = ",".join(map(repr, problem.start))
        for name, choices in table.items():
            for choice in choices:
                settings = with_rate(choice, problem)
                points = paths_of(name, settings, problem)
                head = [f"{name} {convention}", problem.formula, "-", settings_text(settings), start]
                yield head + points_text(points, number)


def scheduled_lines():
    """The library's methods of different kinds, at rates that change on the way."""
    for problem in (problems.problems[0], problems.problems[2]):
        start = ",".join(map(repr, problem.start))
        for name in ("momentum", "adagrad", "adam"):
            for schedule in schedules:
                settings = with_rate(problems.library[name][-1], problem)
                points = torch_path(name, settings, problem, schedule)
                told = f"{schedule[0]} {settings_text(schedule[1])}"
                head = [f"{name} library", problem.formula, told, settings_text(settings), start]
                yield head + points_text(points, repr)


def algorithm_lines(paths, number):
    for name, formula, settings, start, points in paths:
        head = [f"{name} book", formula, "-", settings_text(settings), ",".join(map(repr, start))]
        yield head + points_text(points, number, range(1, len(points) + 1))


def write(name, rows):
    (here / name).write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    library = lines(torch_path, problems.library, "library", repr)
    write("library.tsv", [*library, *scheduled_lines()])
    exact = lambda name, settings, problem: book.path(name, settings, problem, kept[-1])
    write("book.tsv", lines(exact, problems.book, "book", digits))
    write("algorithms.tsv", algorithm_lines(algorithm_paths.exact_paths(), digits))
    write("lbfgs.tsv", algorithm_lines(algorithm_paths.torch_paths(), repr))
    rows = [[name, settings_text(s), *points_text(rates_of(name, s), repr, kept_rates)] for name, s in schedules]
    write("schedules.tsv", rows)
